import { formatNumber } from "#core/base/format-vi.ts";
import { nameForm, recipientNames } from "#core/commendation/forms.ts";
import type { AnnexDecision, NationalForm } from "#core/report/annex-model.ts";
import type { ReportModel } from "#core/report/model.ts";
import { capitalise, formatDay } from "#core/report/wording.ts";
import { fitColumns, type UnsizedColumn } from "../../documents/columns.ts";
import type { Block, DocumentColumn, Inline } from "../../documents/official-document.ts";
import { committeeOf } from "./issuer.ts";

type Table = Extract<Block, { kind: "table" }>;

const text = (words: string): Inline[] => [{ text: words }];

const decisionColumns: UnsizedColumn[] = [
  { title: "TT", align: "center", whole: true },
  { title: "Quyết định", align: "left" },
  { title: "Cơ quan khen thưởng, nội dung", align: "left" },
  { title: "Hình thức, số lượng", align: "left" },
];

export function tabulateDecisions(decisions: readonly AnnexDecision[]): Table {
  const rows = decisions.map((decision, i) => {
    const { number, signedOn, issuer, subject, bodies } = decision;
    return {
      cells: [
        text(String(i + 1)),
        [{ text: `Số ${number}` }, { text: `ngày ${formatDay(signedOn)}`, newLine: true }],
        [{ text: issuer }, { text: subject, italic: true, newLine: true }],
        [
          ...countAwards(decision),
          ...(bodies.length > 0 ? [{ text: bodies.join(", "), italic: true, newLine: true }] : []),
        ],
      ],
    };
  });
  return fitColumns({ kind: "table", caption: "", columns: decisionColumns, rows });
}

export const countAwards = ({ level, awards }: AnnexDecision): Inline[] =>
  awards.map(({ form, recipientKind, count }, i) => ({
    text: `${nameForm(form, level)}: ${formatNumber(count)} ${recipientNames[recipientKind].vi}`,
    ...(i > 0 ? { newLine: true } : {}),
  }));

const formColumns: DocumentColumn[] = [
  { title: "Đối tượng", align: "left", width: 25 },
  ...["Tổng số", "Bằng khen", "Chiến sĩ thi đua", "Cờ thi đua", "Huy hiệu, kỷ niệm chương"].map(
    (title): DocumentColumn => ({ title, align: "center", width: 15 }),
  ),
];

/** National form 0703 with head and foot. */
export function composeNationalForm({ unit, superior, annexes }: ReportModel): Block[] {
  return [
    line(`Đơn vị báo cáo: ${committeeOf(unit)}`),
    line(`Đơn vị nhận báo cáo: ${superior ? committeeOf(superior) : ""}`),
    ...annexes.nationalForm.map(tabulateYear),
    {
      kind: "table",
      caption: "",
      columns: ["Người lập biểu", "Thủ trưởng đơn vị"].map((title) => ({
        title,
        align: "center",
        width: 50,
      })),
      rows: [{ cells: [signedBelow("(Ký, ghi rõ họ tên)"), signedBelow("(Ký, đóng dấu, ghi rõ họ tên)")] }],
    },
  ];
}

/** Room to sign by hand. */
const signedBelow = (words: string): Inline[] => [
  { text: words, italic: true },
  ...Array.from({ length: 5 }, () => ({ text: " ", newLine: true })),
];

const line = (words: string): Block => ({ kind: "paragraph", runs: text(words) });

function tabulateYear({ year, rows }: NationalForm): Table {
  const counts = rows.map(({ recipientKind, ...row }) => ({
    name: capitalise(recipientNames[recipientKind].vi),
    counts: [row.meritCertificate, row.emulationFighter, row.emulationFlag, row.medals],
  }));
  const totals = [0, 1, 2, 3].map((i) => counts.reduce((sum, each) => sum + (each.counts[i] ?? 0), 0));
  return {
    kind: "table",
    caption: `Năm ${year}`,
    columns: formColumns,
    rows: [{ name: "Tổng số", counts: totals }, ...counts].map(({ name, counts: own }) => ({
      cells: [name, ...withSum(own)].map(text),
    })),
  };
}

const withSum = (counts: number[]): string[] =>
  [counts.reduce((sum, count) => sum + count, 0), ...counts].map((count) => formatNumber(count));
