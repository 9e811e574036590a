import { dayOf } from "#core/base/calendar.ts";
import type { Grant } from "#core/staff/access.ts";
import type { Staff } from "#core/staff/staff.ts";
import { reachOf } from "#core/units/unit.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import type { Store } from "../../store/store.ts";
import type { Field, UnitNames } from "./columns.ts";

interface StaffLine {
  staff: Staff;
  grants: Grant[];
  lastSignIn: string | null;
}

export async function readStaff({ staff, directory }: Store, unit: string, nameOf: UnitNames) {
  const [all, lastSignIns, units] = await Promise.all([staff.all(), staff.lastSignIns(), directory.units()]);
  const isBelow = (grant: Grant) => units.has(grant.unit) && reachOf(units, grant.unit).includes(unit);
  const rows = all
    .map((each) => ({
      staff: each,
      grants: each.grants.filter(isBelow),
      lastSignIn: lastSignIns.get(each.id) ?? null,
    }))
    .filter(({ grants }) => grants.length > 0)
    .sort((a, b) => a.staff.name.localeCompare(b.staff.name, "vi"));
  const fields: Field<StaffLine>[] = [
    { key: "name", header: "Họ và tên", kind: "text", width: 28, read: (row) => row.staff.name },
    { key: "email", header: "Thư điện tử", kind: "text", width: 32, read: (row) => row.staff.email },
    {
      key: "grants",
      header: "Quyền",
      kind: "text",
      width: 52,
      read: ({ grants }) =>
        grants.map((grant) => `${messagesVi[`role.${grant.role}`]}: ${nameOf(grant.unit)}`).join("\n"),
    },
    {
      key: "active",
      header: "Trạng thái",
      kind: "text",
      width: 18,
      read: (row) => (row.staff.active ? "Đang làm việc" : "Đã ngừng"),
    },
    {
      key: "lastSignIn",
      header: "Đăng nhập gần nhất",
      kind: "day",
      width: 18,
      read: ({ lastSignIn }) => lastSignIn && { day: dayOf(lastSignIn) },
    },
  ];
  return { fields, rows };
}
