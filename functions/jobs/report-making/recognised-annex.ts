import { formatNumber } from "#core/base/format-vi.ts";
import type { AnnexInitiative } from "#core/report/annex-model.ts";
import { formatDay } from "#core/report/wording.ts";
import { namesVi } from "#core/words/vi/names.ts";
import type { Block, DocumentColumn, Inline } from "../../documents/official-document.ts";
import { anchorOf } from "./anchor.ts";

type Table = Extract<Block, { kind: "table" }>;
type AnnexRecognition = AnnexInitiative["recognitions"][number];

interface InitiativeColumn extends DocumentColumn {
  cell: (initiative: AnnexInitiative, place: number) => Inline[];
}

/** Groups sorted initiatives by decision. Omits empty columns in favour of a wider title. */
export function tabulateRecognised(initiatives: AnnexInitiative[]): Table {
  const columns = columnsFor(initiatives);
  const groups = Map.groupBy(initiatives, groupOf);
  const rows = initiatives.map((initiative, i) => ({
    group: groupOf(initiative),
    row: {
      anchor: anchorOf("initiative", initiative.id),
      cells: columns.map(({ cell }) => cell(initiative, i + 1)),
    },
  }));
  return {
    kind: "table",
    caption: "",
    columns: columns.map(({ cell, ...column }) => column),
    rows: rows.flatMap(({ group, row }, i): Table["rows"] => {
      if (group === rows[i - 1]?.group) return [row];
      const count = formatNumber(groups.get(group)?.length ?? 0);
      return [{ spans: true, cells: [[{ text: `${group}: ${count} sáng kiến` }]] }, row];
    }),
  };
}

function groupOf({ year, recognitions: [first] }: AnnexInitiative): string {
  return first?.decision ? nameRecognition(first) : `Năm ${year}, không kèm quyết định`;
}

function nameRecognition({ level, decision }: AnnexRecognition): string {
  const place = namesVi[`level.${level}`];
  if (!decision) return place;
  return `Quyết định số ${decision.number} ngày ${formatDay(decision.signedOn)} (${place.toLowerCase()})`;
}

const text = (words: string): Inline[] => [{ text: words }];

function columnsFor(initiatives: AnnexInitiative[]): InitiativeColumn[] {
  const numbered = initiatives.some(({ number }) => number !== null);
  const authored = initiatives.some(({ authors }) => authors.length > 0);
  const years = new Set(initiatives.map(({ year }) => year));
  const units = new Set(initiatives.map(nameUnit));
  const columns: InitiativeColumn[] = [
    { title: "TT", align: "center", width: 7, whole: true, cell: (_, place) => text(String(place)) },
    ...(numbered ? [numberColumn(years.size > 1)] : []),
    { title: "Tên sáng kiến", align: "left", width: 0, cell: nameInitiative },
    ...(authored ? [authorColumn] : []),
    ...(units.size > 1 || !authored ? [unitColumn] : []),
  ];
  const taken = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map((column) => (column.width === 0 ? { ...column, width: 100 - taken } : column));
}

/** Register numbers begin anew each year. */
const numberColumn = (withYear: boolean): InitiativeColumn => ({
  title: "Số tiếp nhận",
  align: "center",
  width: withYear ? 14 : 9,
  whole: true,
  cell: ({ number, year }) => text(number === null ? "" : withYear ? `${number}/${year}` : String(number)),
});

const nameUnit = ({ organisation, unit }: AnnexInitiative) => organisation ?? unit;

const unitColumn: InitiativeColumn = {
  title: "Đơn vị",
  align: "left",
  width: 20,
  cell: (initiative) => text(nameUnit(initiative)),
};

const authorColumn: InitiativeColumn = {
  title: "Tác giả",
  align: "left",
  width: 20,
  cell: ({ authors }) => text(authors.join(", ")),
};

function nameInitiative({ title, recognitions: [, ...others] }: AnnexInitiative): Inline[] {
  return [
    { text: title },
    ...others.map(
      (each): Inline => ({
        text: each.decision ? nameRecognition(each) : `Công nhận ở ${nameRecognition(each).toLowerCase()}`,
        italic: true,
        newLine: true,
      }),
    ),
  ];
}
