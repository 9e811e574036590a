import { formatNumber } from "#core/base/format-vi.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import {
  type AwardFormKey,
  awardFormKeys,
  nameForm,
  type RecipientKind,
  type recipientKinds,
  recipientNames,
} from "#core/commendation/forms.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { computeMoney } from "#core/commendation/money.ts";
import { capitalise, formatDay } from "#core/report/wording.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import { fitColumns, type UnsizedColumn } from "../../documents/columns.ts";
import type { Block, Inline } from "../../documents/official-document.ts";

interface LineGroup {
  form: AwardFormKey;
  recipientKind: RecipientKind;
  lines: CommendationLine[];
}

/** Groups lines by form and kind of recipient, in the order of the decision's tables. */
export function groupLines(lines: readonly CommendationLine[]): LineGroup[] {
  const groups = Map.groupBy(lines, ({ form, recipientKind }) => `${form} ${recipientKind}`);
  return awardFormKeys.flatMap((form) =>
    listedKinds.flatMap((recipientKind) => {
      const own = groups.get(`${form} ${recipientKind}`);
      return own ? [{ form, recipientKind, lines: own }] : [];
    }),
  );
}

/** Decisions list collectives before individuals. */
const listedKinds: readonly RecipientKind[] = [
  "collective",
  "residentialArea",
  "household",
  "individual",
] satisfies readonly (typeof recipientKinds)[number][];

/** `on`: day whose bonus tables apply. */
export type Priced = CommendationDecision & { on: string };

/** Bonus of a line, by default from the bonus tables; null if unknown. */
export function moneyOf(decision: Priced, line: CommendationLine): number | null {
  if (line.money !== null) return line.money;
  const { line: of, level, on } = decision;
  return computeMoney({ ...line, line: of, level }, on).amount;
}

/** One heading and table for each form and kind of recipient. */
export function tabulateLines(decision: Priced, lines: readonly CommendationLine[]): Block[] {
  return groupLines(lines).flatMap(({ form, recipientKind, lines: own }, i): Block[] => {
    const kind = recipientNames[recipientKind].vi;
    const count = `${formatNumber(own.length)} ${kind}`;
    const text = `${roman(i + 1)}. ${nameForm(form, decision.level)} (${count})`;
    const hasMoney = own.some((line) => moneyOf(decision, line) !== null);
    const hasNotes = own.some((line) => noteOf(line) !== "");
    return [
      { kind: "heading", level: 1, text },
      fitColumns({
        kind: "table",
        caption: "",
        columns: columnsOf(recipientKind, hasMoney, hasNotes),
        rows: [
          ...own.map((line, n) => ({ cells: cellsOf(decision, line, n + 1, hasMoney, hasNotes) })),
          ...(hasMoney ? [{ cells: sumCells(decision, own, hasNotes) }] : []),
        ],
      }),
    ];
  });
}

function columnsOf(kind: RecipientKind, hasMoney: boolean, hasNotes: boolean): UnsizedColumn[] {
  const column = (title: string, align: UnsizedColumn["align"] = "left") => ({ title, align });
  const isPerson = kind === "individual";
  return [
    column("STT", "center"),
    { ...column(isPerson ? "Họ và tên" : `Tên ${recipientNames[kind].vi}`), least: 20 },
    column(isPerson ? "Chức vụ, nơi công tác" : "Địa chỉ, đơn vị"),
    column("Thành tích"),
    ...(hasMoney ? [column("Tiền thưởng (đồng)", "right")] : []),
    ...(hasNotes ? [column("Ghi chú")] : []),
  ];
}

const noteOf = ({ note, cancellation }: CommendationLine): string =>
  [note, cancellation && `Đã hủy khen thưởng ngày ${formatDay(cancellation.on)}`].filter(Boolean).join("; ");

const cell = (text: string, bold = false): Inline[] => [bold ? { text, bold } : { text }];

function cellsOf(
  decision: Priced,
  line: CommendationLine,
  n: number,
  hasMoney: boolean,
  hasNotes: boolean,
): Inline[][] {
  const { name, recipientKind, birthYear, position, workplace, achievement } = line;
  const money = moneyOf(decision, line);
  const year = birthYear === null || recipientKind !== "individual" ? "" : ` (${birthYear})`;
  return [
    cell(String(n)),
    cell(name === "" ? messagesVi["text.erased"] : `${name}${year}`),
    cell([position, workplace].filter(Boolean).join(", ")),
    cell(achievement),
    ...(hasMoney ? [cell(money === null ? "" : formatNumber(money))] : []),
    ...(hasNotes ? [cell(noteOf(line))] : []),
  ];
}

function sumCells(decision: Priced, lines: readonly CommendationLine[], hasNotes: boolean): Inline[][] {
  const sum = lines.reduce((total, line) => total + (moneyOf(decision, line) ?? 0), 0);
  return [
    cell(""),
    cell("Cộng", true),
    cell(""),
    cell(""),
    cell(formatNumber(sum), true),
    ...(hasNotes ? [cell("")] : []),
  ];
}

const digits = [
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
] as const;

export function roman(n: number): string {
  let [text, rest] = ["", n];
  for (const [digit, value] of digits)
    while (rest >= value) {
      text += digit;
      rest -= value;
    }
  return text;
}

/** Example: “2 tập thể, 40 cá nhân”. */
export function countRecipients(groups: readonly Pick<LineGroup, "recipientKind" | "lines">[]): string {
  return groups
    .map(({ recipientKind, lines }) => `${formatNumber(lines.length)} ${recipientNames[recipientKind].vi}`)
    .join(", ");
}

export const nameAward = (form: AwardFormKey, { level }: Pick<CommendationDecision, "level">): string =>
  capitalise(nameForm(form, level));
