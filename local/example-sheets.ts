import * as v from "valibot";
import { Campaign, Council } from "../functions/core/campaign.ts";
import { CitedDocument } from "../functions/core/document.ts";
import { DeclaredFigure } from "../functions/core/figure.ts";
import { DocumentInitiative } from "../functions/core/initiative.ts";
import { Staff } from "../functions/core/staff.ts";
import { pathOf, Unit } from "../functions/core/unit.ts";
import {
  checkRow,
  faultAt,
  orNull,
  readSheet,
  requireCells,
  type SheetRow,
  splitCell,
  toBoolean,
  toNumber,
} from "./sheet.ts";

/** What a folder of sheets holds. */
export interface Example {
  units: { unit: Unit; receives: boolean }[];
  documents: CitedDocument[];
  campaigns: Campaign[];
  staff: Staff[];
  figures: DeclaredFigure[];
  initiatives: DocumentInitiative[];
}

/** Reads and checks every sheet of the folder. Throws an error that names file, row and column. */
export function readExample(folder: string): Example {
  const units = readUnits(folder);
  const unitIds = new Set(units.map(({ unit }) => unit.id));
  const documents = readDocuments(folder);
  const documentIds = new Set(documents.map(({ id }) => id));
  const campaigns = readCampaigns(folder, unitIds, documentIds);
  const tree = new Map(units.map(({ unit }) => [unit.id, unit]));
  return {
    units,
    documents,
    campaigns,
    staff: readStaff(folder, unitIds, campaigns),
    figures: readFigures(folder, unitIds, documentIds),
    initiatives: readInitiatives(folder, tree, documentIds),
  };
}

function refer(row: SheetRow, column: string, known: ReadonlySet<string>, ids?: string[]): void {
  for (const id of ids ?? splitCell(row.cells[column]))
    if (!known.has(id)) throw faultAt(row, column, `${id} is not known`);
}

function refuseTwice(row: SheetRow, column: string, seen: Set<string>, place: string): void {
  if (seen.has(place)) throw faultAt(row, column, "stands there twice");
  seen.add(place);
}

const Receives = v.object({ receives: v.boolean() });

function readUnits(folder: string): Example["units"] {
  const columns = [
    "id",
    "code",
    "name",
    "level",
    "system",
    "parent",
    "validFrom",
    "validTo",
    "successors",
    "receives",
  ];
  const rows = readSheet(folder, "units.csv", columns);
  const ids = new Set(rows.map(({ cells }) => cells.id ?? ""));
  const seen = new Set<string>();
  const units = rows.map((row) => {
    const { receives, parent, validFrom, validTo, successors, ...rest } = row.cells;
    refer(row, "parent", ids);
    refer(row, "successors", ids);
    const unit = checkRow(row, Unit, {
      ...rest,
      parent: orNull(parent),
      validFrom: orNull(validFrom),
      validTo: orNull(validTo),
      successors: splitCell(successors),
    });
    refuseTwice(row, "id", seen, unit.id);
    return { unit, ...checkRow(row, Receives, { receives: toBoolean(receives) }) };
  });
  const tree = new Map(units.map(({ unit }) => [unit.id, unit]));
  for (const [i, { unit }] of units.entries()) {
    const row = rows[i];
    try {
      pathOf(tree, unit.id);
    } catch {
      if (row) throw faultAt(row, "parent", "leads round in a circle");
    }
  }
  return units;
}

function readDocuments(folder: string): CitedDocument[] {
  const rows = readSheet(folder, "documents.csv", [
    "id",
    "type",
    "symbol",
    "issuedOn",
    "issuer",
    "subject",
    "cites",
  ]);
  const ids = new Set(rows.map(({ cells }) => cells.id ?? ""));
  return rows.map((row) => {
    refer(row, "cites", ids);
    return checkRow(row, CitedDocument, { ...row.cells, cites: splitCell(row.cells.cites) });
  });
}

const campaignColumns = [
  "id",
  "year",
  "unit",
  "name",
  "opensOn",
  "closesOn",
  "merged",
  "evaluatedOn",
  "acceptanceMonths",
  "repairMonths",
  "decisionMonths",
  "basis",
  "consent",
  "demo",
];

function readCampaigns(
  folder: string,
  units: ReadonlySet<string>,
  documents: ReadonlySet<string>,
): Campaign[] {
  const councils = readSheet(folder, "councils.csv", ["id", "campaign", "name", "unit", "level"]).map(
    (row) => {
      const { campaign = "", ...council } = row.cells;
      requireCells(row, "id", "unit");
      refer(row, "unit", units);
      return { row, campaign, council: checkRow(row, Council, council) };
    },
  );
  const rows = readSheet(folder, "campaigns.csv", campaignColumns);
  const ids = new Set(rows.map(({ cells }) => cells.id ?? ""));
  for (const { row } of councils) refer(row, "campaign", ids);
  return rows.map((row) => {
    requireCells(row, "id", "unit", "consent");
    const { acceptanceMonths, repairMonths, decisionMonths, ...cells } = row.cells;
    refer(row, "unit", units);
    refer(row, "basis", documents);
    return checkRow(
      row,
      Campaign,
      {
        ...cells,
        year: toNumber(cells.year),
        merged: toBoolean(cells.merged),
        evaluatedOn: orNull(cells.evaluatedOn),
        months: {
          acceptance: toNumber(acceptanceMonths),
          repair: toNumber(repairMonths),
          decision: toNumber(decisionMonths),
        },
        councils: councils.filter(({ campaign }) => campaign === cells.id).map(({ council }) => council),
        basis: splitCell(cells.basis),
        demo: toBoolean(cells.demo),
      },
      {
        "months.acceptance": "acceptanceMonths",
        "months.repair": "repairMonths",
        "months.decision": "decisionMonths",
      },
    );
  });
}

/** A row a grant; the rows of one mail address are one person. */
function readStaff(folder: string, units: ReadonlySet<string>, campaigns: Campaign[]): Staff[] {
  const councils = new Set(campaigns.flatMap((campaign) => campaign.councils.map(({ id }) => id)));
  const rows = readSheet(folder, "staff.csv", ["id", "email", "name", "role", "unit", "council"]);
  return [...Map.groupBy(rows, ({ cells }) => cells.email ?? "").values()].flatMap((own) => {
    const [row] = own;
    if (!row) return [];
    const grants = own.map((grantRow) => {
      const { role = "", unit, council } = grantRow.cells;
      requireCells(grantRow, "id", "email", "name", "role", "unit");
      refer(grantRow, "unit", units);
      refer(grantRow, "council", councils);
      return role === "member" || role === "secretary" ? { role, unit, council } : { role, unit };
    });
    const { id, email, name } = row.cells;
    return [checkRow(row, Staff, { id, email, name, grants, active: true }, { "grants.0.role": "role" })];
  });
}

const figureColumns = [
  "unit",
  "key",
  "from",
  "to",
  "value",
  "qualifier",
  "measure",
  "label",
  "partOf",
  "document",
  "note",
];

function readFigures(
  folder: string,
  units: ReadonlySet<string>,
  documents: ReadonlySet<string>,
): DeclaredFigure[] {
  const rows = readSheet(folder, "figures.csv", figureColumns);
  const keys = new Set(rows.map(({ cells }) => cells.key ?? ""));
  const seen = new Set<string>();
  return rows.map((row) => {
    const { cells } = row;
    requireCells(row, "unit");
    refer(row, "unit", units);
    refer(row, "document", documents);
    refer(row, "partOf", keys);
    const { unit, key, from, to } = cells;
    refuseTwice(row, "key", seen, [unit, key, from, to].join("#"));
    return checkRow(row, DeclaredFigure, {
      ...cells,
      value: cells.value === "" ? null : toNumber(cells.value),
      qualifier: orNull(cells.qualifier),
      partOf: splitCell(cells.partOf),
      document: orNull(cells.document),
      declaredBy: null,
    });
  });
}

const initiativeColumns = [
  "id",
  "unit",
  "year",
  "system",
  "organisation",
  "title",
  "titleAsPublished",
  "level",
  "document",
];

/** Titles that a document names as recognised: it says no more of them, and nothing is added. */
function readInitiatives(
  folder: string,
  units: ReadonlyMap<string, Unit>,
  documents: ReadonlySet<string>,
): DocumentInitiative[] {
  const seen = new Set<string>();
  return readSheet(folder, "initiatives.csv", initiativeColumns).map((row) => {
    const {
      id = "",
      unit = "",
      year,
      system,
      organisation,
      title,
      titleAsPublished,
      level,
      document,
    } = row.cells;
    requireCells(row, "id", "unit", "organisation", "title", "document");
    refer(row, "unit", new Set(units.keys()));
    refer(row, "document", documents);
    refuseTwice(row, "id", seen, id);
    return checkRow(
      row,
      DocumentInitiative,
      {
        origin: "document",
        id,
        version: 1,
        campaign: null,
        year: toNumber(year),
        unit,
        path: pathOf(units, unit),
        system,
        state: "recognised",
        recognitions: [{ level, decision: null, revoked: null }],
        title,
        titleAsPublished: orNull(titleAsPublished),
        organisation,
        source: document,
      },
      { "recognitions.0.level": "level", source: "document" },
    );
  });
}
