import * as v from "valibot";
import type { FieldError } from "#core/base/problems.ts";
import { applicationFields } from "#core/initiatives/application.ts";
import { dossierCounts } from "#core/initiatives/dossier-count.ts";
import { State } from "#core/initiatives/lifecycle.ts";
import type { Action, CouncilReference, Resource } from "#core/staff/access.ts";
import { affiliations } from "#core/units/affiliation.ts";
import { CouncilId } from "#core/units/council.ts";
import { System } from "#core/units/unit.ts";

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

/**
 * `state` filters a register, inbox or queue. `count`, `field`, `system`, `affiliation` and `month` filter only a
 * register.
 */
export const ExportForm = v.strictObject({
  list: v.picklist(exportLists, "export.list.invalid"),
  format: v.picklist(exportFormats, "export.format.invalid"),
  council: v.optional(CouncilId),
  state: v.optional(State),
  count: v.optional(v.picklist(dossierCounts, "field.invalid")),
  field: v.optional(v.picklist(applicationFields, "field.invalid")),
  system: v.optional(System),
  affiliation: v.optional(v.picklist(affiliations, "field.invalid")),
  month: v.optional(
    v.pipe(
      v.string("field.invalid"),
      v.maxLength(7, "field.invalid"),
      v.regex(/^\d{4}-\d{2}$/, "field.invalid"),
    ),
  ),
});
export type ExportForm = v.InferOutput<typeof ExportForm>;

const ofOneYear: readonly ExportList[] = ["register", "councilQueue", "library", "figures"];

export function checkExport({ list, council }: ExportForm, year: number | null): FieldError[] {
  const errors: FieldError[] = [];
  if (year === null && ofOneYear.includes(list)) errors.push({ pointer: "/year", code: "query.required" });
  if (list === "councilQueue" && !council)
    errors.push({ pointer: "/parameters/council", code: "query.required" });
  return errors;
}

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

export function nameExport(
  { list, format }: Pick<ExportForm, "list" | "format">,
  unit: string,
  year: number | null,
  day: string,
): string {
  return `${[fileNames[list], unit, ...(year === null ? [] : [year]), day].join("_")}.${format}`;
}
