import { type CertificatePlace, layOutCertificate, usualPlace } from "#core/commendation/certificate.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import { standingLines } from "#core/commendation/sums.ts";
import { formatDay, placeName } from "#core/report/wording.ts";
import type { Unit } from "#core/units/unit.ts";
import type { PrintSheets, PrintText } from "../../documents/pdf/prints.ts";
import { nameAward } from "./line-tables.ts";

/** Texts for blank certificates, one page per line that is neither erased nor cancelled. */
export function composeCertificates(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
  { unit, place, sample }: { unit: Pick<Unit, "name">; place: CertificatePlace | null; sample: boolean },
): PrintSheets {
  const at = place ?? usualPlace;
  const named = standingLines(lines).filter(({ erased }) => !erased);
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
  const who = [line.position, line.workplace].filter(Boolean).join(", ");
  const box = layOutCertificate(at, { hasWho: who !== "" });
  return [
    { ...box.name, text: addressOf(line), bold: true },
    { ...box.who, text: who },
    { ...box.achievement, text: achievementOf(decision, line) },
    {
      ...box.date,
      text: signedOn === null ? "" : `${placeName(unit)}, ${writeDay(signedOn)}`,
      italic: true,
    },
    {
      ...box.decision,
      text: number === null || signedOn === null ? "" : `Quyết định số ${number} ngày ${formatDay(signedOn)}`,
    },
  ];
}

/** “Bà Nguyễn Thị Hoa”; without a recorded sex the name alone. */
function addressOf({ name, recipientKind, sex }: CommendationLine): string {
  if (recipientKind !== "individual" || sex === null) return name;
  return `${sex === "female" ? "Bà" : "Ông"} ${name}`;
}

const achievementOf = ({ occasion }: CommendationDecision, { achievement }: CommendationLine): string =>
  achievement.replace(/\s+/g, " ").replace(/[.;]{1,8}$/, "") || occasion;

function writeDay(day: string): string {
  const [date, month, year] = formatDay(day).split("/");
  return `ngày ${date} tháng ${month} năm ${year}`;
}
