import { type Councils, canSitOn } from "../functions/core/council.ts";
import type { Staff } from "../functions/core/staff.ts";
import type { Unit } from "../functions/core/unit.ts";

interface Person {
  id: string;
  name: string;
  role: Staff["grants"][number]["role"];
  /** The unit at which they serve; secretaries and members at its council. */
  unit: string;
}

/** Whoever may sign in beside the example, without a password. */
const people: readonly Person[] = [
  { id: "tiep-nhan", name: "Cán bộ tiếp nhận", role: "reviewer", unit: "xa-dien-khanh" },
  { id: "thu-ky", name: "Thư ký hội đồng xã", role: "secretary", unit: "xa-dien-khanh" },
  { id: "thanh-vien", name: "Thành viên hội đồng xã", role: "member", unit: "xa-dien-khanh" },
  { id: "thu-ky-tinh", name: "Thư ký hội đồng tỉnh", role: "secretary", unit: "khanh-hoa" },
  { id: "quan-tri", name: "Quản trị tỉnh", role: "administrator", unit: "khanh-hoa" },
];

const emailOf = ({ id }: Person) => `${id}@example.vn`;

/** The addresses under which the demo staff sign in. */
export const demoEmails = people.map(emailOf);

interface Around {
  units: ReadonlyMap<string, Unit>;
  councils: Councils;
  /** YYYY-MM-DD. */
  today: string;
}

/** The accounts of the demo staff. Throws where a council is missing. */
export function demoStaff({ units, councils, today }: Around): Staff[] {
  const councilAt = (unit: string) => {
    const found = [...councils.values()].find((each) => each.unit === unit && canSitOn(each, units, today));
    if (!found) throw new Error(`no council sits at ${unit}`);
    return found.id;
  };
  return people.map((person) => {
    const { id, name, role, unit } = person;
    const grant =
      role === "secretary" || role === "member" ? { role, unit, council: councilAt(unit) } : { role, unit };
    return {
      id: `minh-hoa-${id}`,
      email: emailOf(person),
      name: `${name} (minh họa)`,
      grants: [grant],
      active: true,
    };
  });
}
