import { covers, firstDay, lastDay, type Period, years } from "#core/base/period.ts";
import type { AwardFormKey } from "#core/commendation/forms.ts";
import { type RecipientKind, recipientKinds } from "#core/commendation/forms.ts";
import type { AnnexDecision, NationalForm } from "./annex-model.ts";

/** True if the period covers the award's whole year, or the signing day but not the whole signing year. */
export function isOfPeriod(
  { year, signedOn }: { year: number; signedOn: string | null },
  period: Period,
): boolean {
  if (covers(period, years(year, year))) return true;
  if (signedOn === null) return false;
  const isHeld = covers(period, years(Number(signedOn.slice(0, 4)), Number(signedOn.slice(0, 4))));
  return !isHeld && signedOn >= firstDay(period.from) && signedOn <= lastDay(period.to);
}

export function sortDecisions(decisions: readonly AnnexDecision[]): AnnexDecision[] {
  const place = ({ signedOn, number, id }: AnnexDecision) => `${signedOn} ${number.padStart(60, " ")} ${id}`;
  return decisions.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

const columns = {
  meritCertificate: ["meritCertificate"],
  emulationFighter: ["emulationFighter"],
  emulationFlag: ["emulationFlag"],
  medals: ["badge", "commemorativeMedal"],
} as const satisfies Record<string, readonly AwardFormKey[]>;

/**
 * National form 0703 (awards of ministries and provinces), one table per year. Years without a recorded decision have
 * no table, since awards may be unrecorded.
 */
export function countNationalForm(decisions: readonly AnnexDecision[]): NationalForm[] {
  const provincial = decisions.filter(({ level }) => level === "province");
  const byYear = Map.groupBy(provincial, ({ year }) => year);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => {
      const awards = own.flatMap(({ awards }) => awards);
      const count = (forms: readonly AwardFormKey[], kind: RecipientKind) =>
        awards
          .filter(({ form, recipientKind }) => forms.includes(form) && recipientKind === kind)
          .reduce((sum, each) => sum + each.count, 0);
      const rows = recipientKinds.map((recipientKind) => ({
        recipientKind,
        meritCertificate: count(columns.meritCertificate, recipientKind),
        emulationFighter: count(columns.emulationFighter, recipientKind),
        emulationFlag: count(columns.emulationFlag, recipientKind),
        medals: count(columns.medals, recipientKind),
      }));
      return { year, rows };
    });
}
