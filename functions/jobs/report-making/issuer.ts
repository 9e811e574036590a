import type { ReportModel } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import type { ReportSigning } from "#core/report/signing.ts";
import { capitalise, formatDay, nameInSentence, placeName } from "#core/report/wording.ts";
import type { Layout } from "../../documents/layout.ts";
import type { Letterhead, OfficialDocument, SignatureBlock } from "../../documents/official-document.ts";

type Issuer = Pick<ReportModel["unit"], "name" | "level" | "system">;

const isOrganisation = ({ level, system }: Issuer) =>
  level === "unit" || system === "member" || system === "other";

function symbolOf(unit: Issuer, { joint }: ReportSigning): string {
  if (joint) return "BC-MTTQ-UBND";
  return isOrganisation(unit) ? "BC" : "BC-MTTQ-BTT";
}

const blankDay = "ngày          tháng          năm";

export function committeeOf(unit: Issuer): string {
  return isOrganisation(unit) ? unit.name : `Ban Thường trực Ủy ban MTTQ Việt Nam ${nameInSentence(unit)}`;
}

export function composeLetterhead(
  { unit, superior, signing }: ReportModel,
  issue: Issue | null,
  words: Layout["words"],
): Letterhead {
  const date = issue ? writeDay(issue.signedOn) : blankDay;
  const number = issue ? words.issued(issue.number) : words.number(symbolOf(unit, signing));
  const joint = signing.joint ? { joint: signing.joint.issuer.toUpperCase() } : {};
  if (isOrganisation(unit))
    return {
      ...joint,
      superior: superior?.name.toUpperCase() ?? "",
      issuer: unit.name.toUpperCase(),
      number,
      placeAndDate: superior ? `${placeName(superior)}, ${date}` : capitalise(date),
    };
  return {
    ...joint,
    superior: `ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM ${nameInSentence(unit)}`.toUpperCase(),
    issuer: "BAN THƯỜNG TRỰC",
    number,
    placeAndDate: `${placeName(unit)}, ${date}`,
  };
}

function writeDay(day: string): string {
  const [date, month, year] = formatDay(day).split("/");
  return `ngày ${date} tháng ${month} năm ${year}`;
}

/** The note under an annex's name (Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục III.1). */
export function attachTo(
  { unit, signing }: ReportModel,
  issue: Issue | null,
  words: Layout["words"],
): string {
  const number = issue ? words.issued(issue.number) : words.number(symbolOf(unit, signing));
  const issuers = [committeeOf(unit), ...(signing.joint ? [signing.joint.issuer] : [])].join(" và ");
  const named = number.replace(/^Số:? ?/, "số ");
  return `(Kèm theo Báo cáo ${named} ${issue ? writeDay(issue.signedOn) : blankDay} của ${issuers})`;
}

export function composeSignatures(
  { unit, signing }: ReportModel,
  words: Layout["words"],
): Pick<OfficialDocument, "signature" | "jointSignature"> {
  const { joint } = signing;
  const byDefault = isOrganisation(unit)
    ? { authority: "THỦ TRƯỞNG ĐƠN VỊ", position: "" }
    : { authority: `${words.onBehalf} BAN THƯỜNG TRỰC`, position: "CHỦ TỊCH" };
  const jointDefault = joint && { authority: `${words.onBehalf} ${joint.issuer}`, position: "CHỦ TỊCH" };
  return {
    signature: sign(signing, byDefault),
    ...(joint && jointDefault ? { jointSignature: sign(joint, jointDefault) } : {}),
  };
}

type Signer = Pick<ReportSigning, "authority" | "position" | "name">;

/** A custom authority such as "CHỦ TỊCH" needs no position. */
function sign({ authority, position, name }: Signer, byDefault: Omit<Signer, "name">): SignatureBlock {
  return {
    authority: (authority || byDefault.authority).toUpperCase(),
    position: (position || (authority ? "" : byDefault.position)).toUpperCase(),
    name,
    fields: ["Chữ ký của người ký", "Chữ ký của cơ quan"],
  };
}
