import { formatNumber } from "#core/base/format-vi.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { formOfKey } from "#core/commendation/forms.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { standingLines } from "#core/commendation/sums.ts";
import { formatDay, placeName, uncapitalise } from "#core/report/wording.ts";
import type { Unit } from "#core/units/unit.ts";
import { layoutOf } from "../../documents/layout.ts";
import type { Block, OfficialDocument } from "../../documents/official-document.ts";
import {
  countRecipients,
  groupLines,
  moneyOf,
  nameAward,
  type Priced,
  tabulateLines,
} from "./line-tables.ts";

export interface DecisionSetting {
  unit: Pick<Unit, "name" | "level" | "system">;
  cited: CitedDocument | null;
}

const layout = "decree30";

/** Adds the list of recipients as an annex. The decision stays as signed; notes mark cancelled lines. */
export function composeDecision(
  decision: Priced,
  lines: readonly CommendationLine[],
  { unit, cited }: DecisionSetting,
): OfficialDocument {
  return {
    ...composeAround(decision, unit),
    type: "QUYẾT ĐỊNH",
    subject: aboutOf(decision),
    body: [
      centred(decision.issuer.toUpperCase()),
      ...citeBasis(decision, cited),
      centred("QUYẾT ĐỊNH:"),
      ...composeArticles(decision, lines),
    ],
    recipients: [`Như Điều ${moneyArticle(decision, lines).length + 2};`, "Lưu: VT."],
    annexes: [
      {
        title: "DANH SÁCH",
        subject: attachedTo(decision),
        blocks: [...tabulateLines(decision, lines), ...sumUp(decision, lines)],
      },
    ],
    dataHash: null,
    editorNotes: noteGaps(decision, lines),
  };
}

/** The list alone, without cancelled lines: “Danh sách kèm theo Quyết định”. */
export function composeList(
  decision: Priced,
  all: readonly CommendationLine[],
  { unit }: DecisionSetting,
): OfficialDocument {
  const lines = standingLines(all);
  return {
    ...composeAround(decision, unit),
    type: "DANH SÁCH",
    subject: attachedTo(decision),
    body: [...tabulateLines(decision, lines), ...sumUp(decision, lines, all.length - lines.length)],
    recipients: [],
    annexes: [],
    dataHash: null,
    editorNotes: null,
  };
}

/** Totals over all tables. Two paragraphs, because the last two blocks must stay on the signature's page. */
function sumUp(decision: Priced, lines: readonly CommendationLine[], cancelled = 0): Block[] {
  const kinds = Map.groupBy(groupLines(lines), ({ recipientKind }) => recipientKind);
  const merged = [...kinds].map(([recipientKind, groups]) => ({
    recipientKind,
    lines: groups.flatMap((group) => group.lines),
  }));
  const total = totalOf(decision, lines);
  const without =
    cancelled === 0 ? "" : `, không kể ${formatNumber(cancelled)} trường hợp đã hủy khen thưởng`;
  const texts = [
    `Danh sách gồm ${countRecipients(merged) || "0 trường hợp"}${without}.`,
    `Tổng số tiền thưởng: ${formatNumber(total)} đồng./.`,
  ];
  return texts.map((text) => ({ kind: "paragraph", runs: [{ text }] }));
}

const totalOf = (decision: Priced, lines: readonly CommendationLine[]): number =>
  lines.reduce((sum, line) => sum + (moneyOf(decision, line) ?? 0), 0);

const centred = (text: string): Block => ({
  kind: "paragraph",
  runs: [{ text, bold: true }],
  centred: true,
});

const banners: Record<CommendationDecision["state"], string> = {
  proposed: "BẢN CHƯA KÝ – DỰ THẢO",
  issued: "BẢN CHƯA KÝ",
  cancelled: "BẢN CHƯA KÝ – QUYẾT ĐỊNH ĐÃ HỦY BỎ",
  withdrawn: "BẢN CHƯA KÝ – ĐỀ NGHỊ ĐÃ RÚT",
};

const heads =
  /^(Chủ tịch|Quyền Chủ tịch|Tổng Giám đốc|Giám đốc|Hiệu trưởng|Thủ trưởng|Bí thư|Viện trưởng|Cục trưởng)\s+(\S.*)$/iu;

/** Splits “Chủ tịch Ủy ban nhân dân xã A” into the body and its head, who signs in person. */
export function readIssuer(issuer: string): { body: string; head: string | null } {
  const [, head, body] = heads.exec(issuer.normalize("NFC")) ?? [];
  return head && body ? { body, head } : { body: issuer, head: null };
}

function composeAround(
  decision: CommendationDecision,
  unit: DecisionSetting["unit"],
): Pick<OfficialDocument, "layout" | "letterhead" | "banner" | "signature"> {
  const { words } = layoutOf(layout);
  const { body, head } = readIssuer(decision.issuer);
  const { number, signedOn } = decision;
  const standing = /^ban thường trực\s{1,8}(\S.*)$/iu.exec(body)?.[1];
  const day = signedOn === null ? "ngày          tháng          năm" : writeDay(signedOn);
  return {
    layout,
    letterhead: {
      superior: standing?.toUpperCase() ?? "",
      issuer: standing ? "BAN THƯỜNG TRỰC" : body.toUpperCase(),
      number: number === null ? words.number(symbolOf(body)) : words.issued(number),
      placeAndDate: `${placeName(unit)}, ${day}`,
    },
    banner: banners[decision.state],
    signature: {
      authority:
        head === null ? `${words.onBehalf} ${(standing ? "Ban Thường trực" : body).toUpperCase()}` : "",
      position: (head ?? "Chủ tịch").toUpperCase(),
      fields: ["Chữ ký của người ký", "Chữ ký của cơ quan"],
    },
  };
}

function symbolOf(body: string): string {
  if (/ủy ban nhân dân/iu.test(body)) return "QĐ-UBND";
  return /mặt trận|mttq/iu.test(body) ? "QĐ-MTTQ-BTT" : "QĐ";
}

function writeDay(day: string): string {
  const [date, month, year] = formatDay(day).split("/");
  return `ngày ${date} tháng ${month} năm ${year}`;
}

function aboutOf({ subject }: CommendationDecision): string {
  return /^về( việc)? /iu.test(subject) ? subject : `Về việc ${uncapitalise(subject)}`;
}

function attachedTo({ number, signedOn, issuer }: CommendationDecision): string {
  const named = number === null ? "Quyết định số          " : `Quyết định số ${number}`;
  const day = signedOn === null ? "ngày          tháng          năm          " : `${writeDay(signedOn)} `;
  return `(Kèm theo ${named} ${day}của ${issuer})`;
}

function citeBasis({ articles }: CommendationDecision, cited: CitedDocument | null): Block[] {
  const lines = articles
    .split("\n")
    .map((line) => line.trim().replace(/[.;]{1,8}$/, ""))
    .filter(Boolean)
    .map((line) => (/^(căn cứ|theo|xét|thực hiện)\s/iu.test(line) ? line : `Căn cứ ${line}`));
  if (cited) {
    const { type, symbol, issuedOn, issuer, subject } = cited;
    const named = [type, symbol && `số ${symbol}`].filter(Boolean).join(" ");
    const day = `ngày ${formatDay(issuedOn)}`;
    const by = issuer ? ` của ${issuer}` : "";
    const about = subject && (/^về /iu.test(subject) ? uncapitalise(subject) : `về ${uncapitalise(subject)}`);
    lines.push(`Căn cứ ${named} ${day}${by} ${about}`.trim());
  }
  return lines.map((text, i) => ({
    kind: "paragraph",
    runs: [{ text: `${text}${i === lines.length - 1 ? "." : ";"}`, italic: true }],
  }));
}

function composeArticles(decision: Priced, lines: readonly CommendationLine[]): Block[] {
  const articles = [awardArticle(decision, lines), ...moneyArticle(decision, lines)];
  const executing =
    "Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.";
  return [...articles, [executing]].flatMap((paragraphs, i) =>
    paragraphs.map(
      (text, at): Block => ({
        kind: "paragraph",
        runs: at === 0 ? [{ text: `Điều ${i + 1}. `, bold: true }, { text }] : [{ text }],
      }),
    ),
  );
}

const verbs = { title: "Công nhận danh hiệu", prize: "Trao", form: "Tặng", order: "Tặng", medal: "Tặng" };

function awardArticle(decision: Priced, lines: readonly CommendationLine[]): string[] {
  const groups = Map.groupBy(groupLines(lines), ({ form }) => form);
  const phrases = [...groups].map(
    ([form, own]) =>
      `${verbs[formOfKey(form).kind]} ${nameAward(form, decision)} cho ${countRecipients(own)}`,
  );
  const occasion = describeOccasion(decision.occasion);
  const [only] = phrases;
  if (phrases.length === 1) return [`${only}${occasion} (có danh sách kèm theo).`];
  return [
    `Khen thưởng các tập thể, cá nhân sau đây${occasion} (có danh sách kèm theo):`,
    ...phrases.map((phrase, i) => `- ${phrase}${i === phrases.length - 1 ? "." : ";"}`),
  ];
}

function describeOccasion(occasion: string): string {
  if (occasion === "") return "";
  const isWork = /^(phong trào|cuộc vận động|công tác|hội thi|cuộc thi|chuyên đề)\s/iu.test(occasion);
  return ` ${isWork ? "trong" : "nhân dịp"} ${uncapitalise(occasion)}`;
}

function moneyArticle(decision: Priced, lines: readonly CommendationLine[]): string[][] {
  const total = totalOf(decision, lines);
  if (total === 0) return [];
  return [
    [
      `Mức tiền thưởng kèm theo của từng trường hợp ghi trong danh sách; tổng số tiền là ${formatNumber(total)} đồng.`,
    ],
  ];
}

function noteGaps(decision: Priced, lines: readonly CommendationLine[]): OfficialDocument["editorNotes"] {
  const without = lines.filter((line) => moneyOf(decision, line) === null).length;
  if (without === 0 || decision.state !== "proposed") return null;
  return {
    title: "Ghi chú cho người biên tập",
    notes: [
      `${formatNumber(without)} dòng chưa có tiền thưởng: bảng hệ số không có mức cho hình thức và đối tượng này.`,
      `Tiền thưởng của dự thảo tính theo ngày ${formatDay(decision.on)}.`,
    ],
  };
}
