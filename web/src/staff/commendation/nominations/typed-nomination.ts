import { daysBetween } from "#core/base/calendar.ts";
import { formOfNomination, type Nomination, type NominationForm } from "#core/commendation/nomination.ts";

export const nominationStates = [
  "sent",
  "granted",
  "refused",
] as const satisfies readonly NominationForm["state"][];

/** The form while it is typed: days as text, no year while the field is empty. */
export type TypedNomination = Omit<NominationForm, "level" | "year" | "resultOn"> & {
  level: string;
  year: number | null;
  resultOn: string;
};

export const emptyNomination = (today: string): TypedNomination => ({
  year: Number(today.slice(0, 4)),
  recipientKind: "individual",
  name: "",
  award: "",
  level: "",
  target: "",
  achievement: "",
  sentOn: today,
  state: "sent",
  resultNumber: "",
  resultOn: "",
  note: "",
  withdrawn: false,
});

export function typeNomination(nomination: Nomination): TypedNomination {
  const form = formOfNomination(nomination);
  return { ...form, resultOn: form.resultOn ?? "" };
}

/** Without a result, its number and day are left out; the API refuses what is not chosen yet. */
export function readNomination(typed: TypedNomination): NominationForm {
  const hasResult = typed.state !== "sent";
  return {
    ...typed,
    resultNumber: hasResult ? typed.resultNumber : "",
    resultOn: hasResult && typed.resultOn !== "" ? typed.resultOn : null,
  } as NominationForm;
}

export const isWaiting = ({ state, withdrawn }: Pick<Nomination, "state" | "withdrawn">): boolean =>
  state === "sent" && !withdrawn;

export const daysWaiting = ({ sentOn }: Pick<Nomination, "sentOn">, today: string): number =>
  Math.max(0, daysBetween(sentOn, today));

/** Those that wait come first, the longest first; then the newest. */
export const sortNominations = (nominations: readonly Nomination[]): Nomination[] =>
  nominations.toSorted((a, b) => {
    const [first, second] = [isWaiting(a), isWaiting(b)];
    if (first !== second) return first ? -1 : 1;
    return first ? a.sentOn.localeCompare(b.sentOn) : b.sentOn.localeCompare(a.sentOn);
  });
