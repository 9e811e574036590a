import type { Unit } from "#core/units/unit.ts";
import { departments, educationDepartment } from "./pools/departments.ts";
import { organisations } from "./pools/organisations.ts";
import { schools } from "./pools/schools.ts";
import type { TextPlace } from "./text.ts";
import { isCommune, provinceId } from "./units.ts";

export type DemoUnitKind = "commune" | "department" | "school" | "front" | "member";

export function receivingUnits(units: ReadonlyMap<string, Unit>): Record<"province" | "education", string[]> {
  return {
    province: [
      ...[...units.values()].filter(isCommune).map(({ id }) => id),
      ...departments.map(([id]) => id).filter((id) => id !== educationDepartment),
      "mttq-khanh-hoa",
      ...organisations.map(([, , id]) => id),
    ],
    education: [educationDepartment, ...schools.map(([id]) => id)],
  };
}

export function kindOf(unit: Pick<Unit, "id" | "level" | "system">): DemoUnitKind {
  if (unit.system === "front" || unit.system === "member") return unit.system;
  if (unit.level === "commune") return "commune";
  return schools.some(([id]) => id === unit.id) ? "school" : "department";
}

export function placeOf(unit: Pick<Unit, "id" | "name" | "level" | "system">, year: number): TextPlace {
  const kind = kindOf(unit) === "commune" ? "locality" : "office";
  return { name: nameInSentence(unit), kind, year };
}

function nameInSentence({ name, id }: Pick<Unit, "name" | "id">): string {
  const plain = name.replace(" (minh họa)", "");
  if (/^(Ủy ban MTTQ|Hội|Đoàn|Liên đoàn)/.test(plain) || id === provinceId) return plain;
  if (/^(Sở|Công an|Thuế|Kho bạc|Thanh tra|Báo|Bộ|Ban|Bảo hiểm)/.test(plain)) return plain;
  return plain.charAt(0).toLocaleLowerCase("vi") + plain.slice(1);
}
