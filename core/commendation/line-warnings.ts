import { dayOf, writeDay } from "#core/base/calendar.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import { type AwardSummary, sameName } from "./awards.ts";
import type { CommendationDecision } from "./decision.ts";
import { achievementOf, dayOfAward, mayBeSame } from "./decision-warnings.ts";
import { formOfKey, nameForm } from "./forms.ts";
import type { CommendationLine } from "./line.ts";
import { foldName } from "./summary.ts";
import { standingLines } from "./sums.ts";
import type { CommendationWarning } from "./warning.ts";

interface Around {
  /** By id. */
  initiatives: ReadonlyMap<string, Initiative>;
  /** Awards by folded name, including this decision's. */
  awards: ReadonlyMap<string, readonly AwardSummary[]>;
  /** Other decisions that the viewer may read, by id. */
  others: ReadonlyMap<string, CommendationDecision>;
}

export function findLineWarnings(
  decision: CommendationDecision,
  lines: readonly CommendationLine[],
  around: Around,
): CommendationWarning[] {
  return standingLines(lines).flatMap((line) => [
    ...findInitiativeFaults(decision, line, around.initiatives),
    ...(line.erased ? [] : findElsewhere(decision, line, around)),
  ]);
}

/** Day of receipt; null for an initiative from a cited document. */
function beginningOf(initiative: Initiative): string | null {
  return initiative.origin === "application" ? dayOf(initiative.receivedAt) : null;
}

function findInitiativeFaults(
  decision: CommendationDecision,
  { n, form, initiative: id, recipientKind }: CommendationLine,
  initiatives: Around["initiatives"],
): CommendationWarning[] {
  const initiative = id === null ? undefined : initiatives.get(id);
  const found: CommendationWarning[] = [];
  const on = dayOfAward(decision);
  if (id !== null && !initiative)
    found.push({ code: "initiativeUnknown", lines: [n], params: { initiative: id } });
  const begun = initiative ? beginningOf(initiative) : null;
  if (id !== null && initiative && (initiative.year > Number(on.slice(0, 4)) || (begun ?? "") > on))
    found.push({
      code: "beforeInitiative",
      lines: [n],
      params: { initiative: id, day: begun === null ? String(initiative.year) : writeDay(begun) },
    });
  const isRecognised = initiative && currentRecognitions(initiative.recognitions).length > 0;
  if (formOfKey(form).needsRecognition && recipientKind === "individual" && !isRecognised)
    found.push({ code: "needsRecognition", lines: [n], params: { form: nameForm(form, decision.level) } });
  return found;
}

function findElsewhere(
  decision: CommendationDecision,
  line: CommendationLine,
  { awards, others }: Around,
): CommendationWarning[] {
  const same = (awards.get(foldName(line.name)) ?? []).filter((award) => {
    const of = others.get(award.decision);
    return (
      award.decision !== decision.id &&
      !award.cancelled &&
      (of?.state === "issued" || of?.state === "proposed") &&
      award.recipientKind === line.recipientKind &&
      sameName(award.name) === sameName(line.name)
    );
  });
  const rewarded = achievementOf({ ...line, initiative: null });
  const twice = same.find(
    (award) => mayBeSame(award, line) && achievementOf({ ...award, initiative: null }) === rewarded,
  );
  const at = (award: AwardSummary | undefined) => {
    const of = award && others.get(award.decision);
    return { name: line.name, decision: of?.number ?? of?.subject ?? "", year: String(of?.year ?? "") };
  };
  if (rewarded !== "" && twice)
    return [{ code: "sameAchievementElsewhere", lines: [line.n], params: at(twice) }];
  const isUnclear = same.some(({ birthYear }) => birthYear === null || line.birthYear === null);
  return line.recipientKind === "individual" && isUnclear
    ? [{ code: "sameNameUnknownElsewhere", lines: [line.n], params: at(same[0]) }]
    : [];
}
