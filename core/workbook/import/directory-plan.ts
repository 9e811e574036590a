import { canonicalJson } from "#core/base/canonical.ts";
import type { Campaign, CampaignCouncil, CampaignUnit } from "#core/campaigns/campaign.ts";
import { type CitedDocument, hasUnitPrefix } from "#core/campaigns/document.ts";
import { checkCampaign, formOf, resolveCouncils } from "#core/campaigns/form.ts";
import { freezeUnits } from "#core/campaigns/tree.ts";
import { checkUnits } from "#core/units/check.ts";
import type { Council } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import type { CampaignRow } from "#core/workbook/sheets/campaign-sheet.ts";
import type { CouncilRow } from "#core/workbook/sheets/council-sheet.ts";
import type { ParticipantRow } from "#core/workbook/sheets/participant-sheet.ts";
import type { SheetName } from "#core/workbook/sheets/sheets.ts";
import { type CouncilPlanning, planCouncils } from "./council-plan.ts";
import {
  answersFor,
  checkUnitOf,
  type ImportContext,
  isBelowImporter,
  type Scope,
  type SheetFault,
  type SheetRow,
} from "./plan.ts";

export interface DirectoryRows {
  units: SheetRow<Unit>[];
  documents: SheetRow<CitedDocument>[];
  campaigns: SheetRow<CampaignRow>[];
  councils: SheetRow<CouncilRow>[];
  participants: SheetRow<ParticipantRow>[];
}

export interface DirectoryPlan {
  units: Unit[];
  councils: Council[];
  documents: CitedDocument[];
  campaigns: { campaign: Campaign; units: CampaignUnit[] }[];
}

export interface PlannedDirectory {
  plan: DirectoryPlan;
  after: ImportContext;
  faults: SheetFault[];
  outcome: { created: number; changed: number; unchanged: number };
}

export type NewCouncilContext = Pick<CouncilPlanning, "today" | "draw" | "changed">;

const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** A plan with faults must not be written. */
export function planDirectory(
  rows: DirectoryRows,
  now: ImportContext,
  scope: Scope,
  given: NewCouncilContext,
): PlannedDirectory {
  const faults: SheetFault[] = [];
  const outcome = { created: 0, changed: 0, unchanged: 0 };
  const add = (sheet: SheetName, row: number, column: string, code: string, params?: SheetFault["params"]) =>
    faults.push(params ? { sheet, row, column, code, params } : { sheet, row, column, code });
  const count = (before: unknown, after: unknown) => {
    const how = before === undefined ? "created" : isSame(before, after) ? "unchanged" : "changed";
    outcome[how]++;
    return how;
  };

  const units = new Map(now.units);
  const seen = new Set<string>();
  for (const { row, record } of rows.units) {
    if (seen.has(record.id)) add("units", row, "id", "row.twice");
    seen.add(record.id);
    units.set(record.id, record);
  }
  const plan: DirectoryPlan = { units: [], councils: [], documents: [], campaigns: [] };
  const rowOf = new Map(rows.units.map(({ row, record }) => [record.id, row]));
  const wrong = checkUnits(units);
  for (const { pointer, code, params } of wrong) {
    const [id = "", field = ""] = pointer.slice(1).split("/");
    const row = rowOf.get(id);
    if (row !== undefined) add("units", row, field, code, params);
  }
  for (const { row, record } of rows.units) {
    const changes = count(now.units.get(record.id), record) !== "unchanged";
    if (wrong.length === 0 && isOutside(units, record, scope, now, changes))
      add("units", row, "id", "row.unit.outside", { id: record.id });
    if (changes) plan.units.push(record);
  }

  const documents = new Map(now.documents);
  for (const { row, record: read } of rows.documents) {
    const before = now.documents.get(read.id);
    // A new document belongs to the importing unit.
    const record = scope.role === null ? read : { ...read, unit: before ? before.unit : scope.unit };
    if (!before && scope.role !== null && !hasUnitPrefix(scope.unit, record.id))
      add("documents", row, "id", "row.id.foreign", { prefix: `${scope.unit}--` });
    if (documents.has(record.id) && !before) add("documents", row, "id", "row.twice");
    // A cited document never changes.
    if (before && !isSame(before, record)) add("documents", row, "id", "row.differs");
    if (count(before, record) === "created") plan.documents.push(record);
    documents.set(record.id, before ?? record);
  }
  for (const { row, record } of rows.documents)
    for (const id of record.cites)
      if (!documents.has(id)) add("documents", row, "cites", "row.document.unknown", { id: id.slice(0, 60) });

  const seats = planCouncils(rows.councils, { ...given, now, units, scope });
  faults.push(...seats.faults);
  plan.councils = seats.created;
  outcome.created += seats.created.length;
  outcome.unchanged += seats.unchanged;
  const { councils } = seats;

  const campaigns = new Map(now.campaigns);
  const campaignUnits = new Map(now.campaignUnits);
  if (wrong.length === 0)
    for (const { row, record } of rows.campaigns) {
      const before = now.campaigns.get(record.id);
      if (plan.campaigns.some(({ campaign }) => campaign.id === record.id)) {
        add("campaigns", row, "id", "row.twice");
        continue;
      }
      const ids = seats.namedBy.get(record.id) ?? [];
      const seated = resolveCouncils(
        ids.map(({ id }) => id),
        { units, councils },
        before,
      );
      const { campaign, frozen } = buildCampaign(record, rows, units, seated);
      for (const fault of checkUnitOf(scope, units, record.unit))
        faults.push({ sheet: "campaigns", row, ...fault });
      const held = before && before.state !== "draft" ? before.councils : [];
      const known = { units, councils, documents: new Set(documents.keys()) };
      for (const { pointer, code, params } of checkCampaign(formOf(campaign), known, held)) {
        const council = /^\/councils\/(\d+)/.exec(pointer);
        if (council) add("councils", ids[Number(council[1])]?.row ?? 0, "unit", code, params);
        else add("campaigns", row, columnOf(pointer), code, params);
      }
      // Only the system imports open campaigns. Opening is a separate step that checks other open campaigns.
      if (!before && campaign.state === "open" && scope.role !== null)
        add("campaigns", row, "state", "row.campaign.open");
      if (before && !isSame(comparableCampaign(before), comparableCampaign(campaign)))
        add("campaigns", row, "id", "row.campaign.differs");
      if (count(before && comparableCampaign(before), comparableCampaign(campaign)) !== "created") continue;
      plan.campaigns.push({ campaign, units: frozen });
      campaigns.set(campaign.id, campaign);
      campaignUnits.set(campaign.id, new Map(frozen.map((unit) => [unit.id, unit])));
    }
  for (const sheet of ["councils", "participants"] as const)
    for (const { row, record } of rows[sheet]) {
      const { campaign, unit } = record;
      if (campaign !== null && !rows.campaigns.some((each) => each.record.id === campaign))
        add(sheet, row, "campaign", "row.campaign.notHere", { id: campaign.slice(0, 60) });
      if (sheet === "participants")
        for (const fault of checkUnitOf(scope, units, unit)) faults.push({ sheet, row, ...fault });
    }
  return { plan, after: { units, councils, documents, campaigns, campaignUnits }, faults, outcome };
}

/**
 * True if the importer may not include this unit, judged by the tree before and after the import. If `changes`, the
 * unit must be below the importing unit; otherwise the importing unit must be in the unit's reach (`reachOf`).
 */
function isOutside(
  units: ReadonlyMap<string, Unit>,
  unit: Unit,
  scope: Scope,
  now: ImportContext,
  changes: boolean,
): boolean {
  const isFree = (tree: ReadonlyMap<string, Unit>, each: Unit) =>
    changes ? isBelowImporter(scope, tree, each) : answersFor(scope, tree, each.id);
  const before = now.units.get(unit.id);
  return !isFree(units, unit) || (before !== undefined && !isFree(now.units, before));
}

function buildCampaign(
  record: CampaignRow,
  rows: DirectoryRows,
  units: ReadonlyMap<string, Unit>,
  councils: CampaignCouncil[],
) {
  const receives = rows.participants
    .filter((each) => each.record.campaign === record.id && each.record.receives)
    .map((each) => each.record.unit);
  const campaign: Campaign = { ...record, version: 1, councils, receives };
  const known = units.has(record.unit);
  const frozen = record.state === "draft" || !known ? [] : freezeUnits(units, campaign, new Set(receives));
  return { campaign, frozen };
}

function comparableCampaign({ version, receives, councils, ...campaign }: Campaign) {
  const ids = councils.map(({ id }) => id).toSorted();
  return { ...campaign, councils: ids, receives: receives.toSorted() };
}

function columnOf(pointer: string): string {
  const [first = "", second = ""] = pointer.slice(1).split("/");
  if (first === "months" || first === "participation") return second;
  return first === "receives" ? "id" : first;
}
