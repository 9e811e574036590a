import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { type CertificatePlace, usualPlace } from "#core/jobs/commendation-print.ts";
import { formatDay, placeName } from "#core/report/wording.ts";
import type { Unit } from "#core/units/unit.ts";
import type { PrintSheets, PrintText } from "../../documents/pdf/prints.ts";
import { nameAward } from "./line-tables.ts";

/** Height of lines of this type size, in millimetres. */
const lineOf = (points: number, lines = 1) => (points * 1.25 * lines * 25.4) / 72;

/** Texts for blank certificates, one page per line that is not erased. */
export function composeCertificates(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
  { unit, place, sample }: { unit: Pick<Unit, "name">; place: CertificatePlace | null; sample: boolean },
): PrintSheets {
  const at = place ?? usualPlace;
  const named = lines.filter(({ erased }) => !erased);
  return {
    title: `${nameAward(named[0]?.form ?? "praiseCertificate", decision)}: ${decision.subject}`,
    width: at.width,
    height: at.height,
    sample: sample ? "BẢN IN THỬ – BẢN CHƯA KÝ" : null,
    pages: named.map((line) => composePage(decision, line, unit, at)),
  };
}

function composePage(
  decision: CommendationDecision,
  line: CommendationLine,
  unit: Pick<Unit, "name">,
  at: CertificatePlace,
): PrintText[] {
  const { number, signedOn } = decision;
  const middle = { centre: at.centre, width: at.textWidth };
  const nameSize = at.size + 7;
  const nameHeight = lineOf(nameSize, 2);
  const who = [line.position, line.workplace].filter(Boolean).join(", ");
  const below = at.name + lineOf(nameSize) + 2;
  const rewarded = below + (who === "" ? 0 : lineOf(at.size) + 2);
  const right = { centre: at.centre + at.textWidth / 4, width: at.textWidth / 2 };
  const left = { centre: at.centre - at.textWidth / 4, width: at.textWidth / 2 };
  const small = Math.max(1, at.size - 3);
  return [
    { text: addressOf(line), ...middle, top: at.name, size: nameSize, height: nameHeight, bold: true },
    { text: who, ...middle, top: below, size: at.size, height: lineOf(at.size) },
    {
      text: achievementOf(decision, line),
      ...middle,
      top: rewarded,
      size: at.size,
      height: Math.max(lineOf(at.size), at.date - rewarded - 2),
    },
    {
      text: signedOn === null ? "" : `${placeName(unit)}, ${writeDay(signedOn)}`,
      ...right,
      top: at.date,
      size: small,
      height: lineOf(small),
      italic: true,
    },
    {
      text: number === null || signedOn === null ? "" : `Quyết định số ${number} ngày ${formatDay(signedOn)}`,
      ...left,
      top: at.decision,
      size: small,
      height: lineOf(small, 2),
    },
  ];
}

/** “Bà Nguyễn Thị Hoa”; without a recorded sex the name alone. */
function addressOf({ name, recipientKind, sex }: CommendationLine): string {
  if (recipientKind !== "individual" || sex === null) return name;
  return `${sex === "female" ? "Bà" : "Ông"} ${name}`;
}

/** The line's achievement, or else the decision's occasion. */
const achievementOf = ({ occasion }: CommendationDecision, { achievement }: CommendationLine): string =>
  achievement.replace(/\s+/g, " ").replace(/[.;]{1,8}$/, "") || occasion;

function writeDay(day: string): string {
  const [date, month, year] = formatDay(day).split("/");
  return `ngày ${date} tháng ${month} năm ${year}`;
}
