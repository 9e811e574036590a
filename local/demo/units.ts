import { toPlainWords } from "#core/base/search-key.ts";
import type { Level, System, Unit } from "#core/units/unit.ts";
import { departments, educationDepartment } from "./pools/departments.ts";
import { hamlets, organisations, organisedCommunes } from "./pools/organisations.ts";
import { schools } from "./pools/schools.ts";

/** First day of the merged province. */
export const firstDay = "2025-07-01";
export const provinceId = "khanh-hoa";
const front = "mttq-khanh-hoa";

const unit = (id: string, name: string, level: Level, system: System, parent: string): Unit => ({
  id,
  code: "",
  name,
  level,
  system,
  parent,
  validFrom: firstDay,
  validTo: null,
  successors: [],
});

export const isCommune = ({ level, system, validTo }: Unit): boolean =>
  level === "commune" && system === "government" && validTo === null;

const inSentence = (name: string) => name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);

const slug = (text: string) => toPlainWords(text).replaceAll(" ", "-");

export function demoUnits(known: ReadonlyMap<string, Unit>): Unit[] {
  const communes = [...known.values()].filter(isCommune);
  const made = [
    ...departments.map(([id, name]) => unit(id, name, "unit", "government", provinceId)),
    ...schools.map(([id, name]) => unit(id, name, "unit", "government", educationDepartment)),
    ...communes.map(({ id, name }) =>
      unit(`mttq-${id}`, `Ủy ban MTTQ Việt Nam ${inSentence(name)}`, "commune", "front", front),
    ),
    ...organisedCommunes.flatMap((id) =>
      organisations.map(([key, name, parent]) =>
        unit(`${key}-${id}`, `${name} ${inSentence(known.get(id)?.name ?? id)}`, "commune", "member", parent),
      ),
    ),
    ...hamlets.map((name) =>
      unit(
        `xa-dien-khanh-${slug(name)}`,
        `${name} (minh họa)`,
        "residentialArea",
        "government",
        "xa-dien-khanh",
      ),
    ),
  ];
  return made.filter(({ id }) => !known.has(id));
}
