import { formatNumber } from "#core/base/format-vi.ts";
import type { AnnexInitiative } from "#core/report/annex-model.ts";
import { formatDay } from "#core/report/wording.ts";
import { namesVi } from "#core/words/vi/names.ts";
import { fitColumns, type UnsizedColumn } from "../../documents/columns.ts";
import type { Block, Inline } from "../../documents/official-document.ts";
import { anchorOf } from "./anchor.ts";

type Table = Extract<Block, { kind: "table" }>;
type AnnexRecognition = AnnexInitiative["recognitions"][number];

interface InitiativeColumn extends UnsizedColumn {
  cell: (initiative: AnnexInitiative, place: number) => Inline[];
}

export function tabulateRecognised(initiatives: AnnexInitiative[], reporting: string): Table {
  const columns = columnsFor(initiatives, reporting);
  const groups = Map.groupBy(initiatives, groupOf);
  const rows = initiatives.map((initiative, i) => ({
    group: groupOf(initiative),
    row: {
      anchor: anchorOf("initiative", initiative.id),
      cells: columns.map(({ cell }) => cell(initiative, i + 1)),
    },
  }));
  return fitColumns({
    kind: "table",
    caption: "",
    columns: columns.map(({ cell, ...column }) => column),
    rows: rows.flatMap(({ group, row }, i): Table["rows"] => {
      if (group === rows[i - 1]?.group) return [row];
      const count = formatNumber(groups.get(group)?.length ?? 0);
      return [{ spans: true, cells: [[{ text: `${group}: ${count} sáng kiến` }]] }, row];
    }),
  });
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

/** `reporting`: name of the report's unit. */
function columnsFor(initiatives: AnnexInitiative[], reporting: string): InitiativeColumn[] {
  const numbered = initiatives.some(({ number }) => number !== null);
  const authored = initiatives.some(({ authors }) => authors.length > 0);
  const years = new Set(initiatives.map(({ year }) => year));
  const units = new Set(initiatives.map(nameUnit));
  return [
    { title: "TT", align: "center", whole: true, cell: (_, place) => text(String(place)) },
    ...(numbered ? [numberColumn(years.size > 1)] : []),
    { title: "Tên sáng kiến", align: "left", cell: nameInitiative },
    ...(authored ? [authorColumn] : []),
    ...(units.size > 1 || !(authored || units.has(reporting)) ? [unitColumn] : []),
  ];
}

/** Register numbers begin anew each year. */
const numberColumn = (withYear: boolean): InitiativeColumn => ({
  title: "Số tiếp nhận",
  align: "center",
  whole: true,
  cell: ({ number, year }) => text(number === null ? "" : withYear ? `${number}/${year}` : String(number)),
});

const nameUnit = ({ organisation, unit }: AnnexInitiative) => organisation ?? unit;

const unitColumn: InitiativeColumn = {
  title: "Đơn vị",
  align: "left",
  cell: (initiative) => text(nameUnit(initiative)),
};

const authorColumn: InitiativeColumn = {
  title: "Tác giả",
  align: "left",
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
