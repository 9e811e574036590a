import * as v from "valibot";
import type { FieldError } from "#core/base/problems.ts";
import { applicationFields } from "#core/initiatives/application.ts";
import { dossierCounts } from "#core/initiatives/dossier-count.ts";
import { State } from "#core/initiatives/lifecycle.ts";
import type { Action, CouncilReference, Resource } from "#core/staff/access.ts";
import { CouncilId } from "#core/units/council.ts";
import { System } from "#core/units/unit.ts";

/** Lists that can be taken along as a file. */
export const exportLists = [
  "register",
  "inbox",
  "councilQueue",
  "library",
  "figures",
  "units",
  "staff",
] as const;
export type ExportList = (typeof exportLists)[number];

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export is asked with, beside its unit and year: the council of a queue, and a state where not all of them are wanted. */
export const ExportForm = v.strictObject({
  list: v.picklist(exportLists, "export.list.invalid"),
  format: v.picklist(exportFormats, "export.format.invalid"),
  council: v.optional(CouncilId),
  state: v.optional(State),
  /** Of a register: what its lines count as in the unit's figures, and by what they are narrowed. */
  count: v.optional(v.picklist(dossierCounts, "field.invalid")),
  field: v.optional(v.picklist(applicationFields, "field.invalid")),
  system: v.optional(System),
  month: v.optional(
    v.pipe(
      v.string("field.invalid"),
      v.maxLength(7, "field.invalid"),
      v.regex(/^\d{4}-\d{2}$/, "field.invalid"),
    ),
  ),
});
export type ExportForm = v.InferOutput<typeof ExportForm>;

/** What these lists alone are of. */
const ofOneYear: readonly ExportList[] = ["register", "councilQueue", "library", "figures"];

/** What is missing: the year of a list that is of one, the council of its queue. */
export function checkExport({ list, council }: ExportForm, year: number | null): FieldError[] {
  const errors: FieldError[] = [];
  if (year === null && ofOneYear.includes(list)) errors.push({ pointer: "/year", code: "query.required" });
  if (list === "councilQueue" && !council)
    errors.push({ pointer: "/parameters/council", code: "query.required" });
  return errors;
}

/**
 * The row of the access table that guards the list itself; `path` and `reach` are those of the unit whose list it is, `council` is the one that the
 * form names, null where there is none.
 */
export function accessOfExport(
  { list }: ExportForm,
  {
    path,
    reach,
    council,
  }: { path: readonly string[]; reach: readonly string[]; council: CouncilReference | null },
): { action: Action; resource: Resource } {
  switch (list) {
    case "register":
      return { action: "register.read", resource: { units: path } };
    case "inbox":
      return { action: "inbox.read", resource: { units: path } };
    case "councilQueue":
      return { action: "councilQueue.read", resource: { council } };
    case "units":
      return { action: "unit.read", resource: {} };
    case "library":
    case "figures":
      return { action: "figures.read", resource: { units: reach } };
    case "staff":
      return { action: "staff.list", resource: { units: reach } };
  }
}

const fileNames: Record<ExportList, string> = {
  register: "so-tiep-nhan",
  inbox: "ho-so-dang-xu-ly",
  councilQueue: "ho-so-hoi-dong",
  library: "sang-kien-duoc-cong-nhan",
  figures: "so-lieu",
  units: "don-vi",
  staff: "can-bo",
};

/** The name of the file: list, unit, year and the day on which it was asked for, in ASCII. */
export function nameExport(
  { list, format }: Pick<ExportForm, "list" | "format">,
  unit: string,
  year: number | null,
  day: string,
): string {
  return `${[fileNames[list], unit, ...(year === null ? [] : [year]), day].join("_")}.${format}`;
}
