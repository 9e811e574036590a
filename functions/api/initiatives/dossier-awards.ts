import { eraseLines } from "#core/commendation/erasure.ts";
import type { CommendationLine } from "#core/commendation/line.ts";
import type { Step } from "#core/commendation/step.ts";
import { foldName } from "#core/commendation/summary.ts";
import type { ErasureRequest } from "#core/initiatives/erasure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { Store } from "../../store/store.ts";
import { retryOnConflict } from "../../store/table.ts";
import type { DossierAward } from "./views.ts";

const attempts = 5;

type Awards = Pick<Store, "commendations">;

export async function readDossierAwards(
  { commendations }: Awards,
  initiative: string,
): Promise<DossierAward[]> {
  const awards = await commendations.awardsFor(initiative);
  const decisions = await commendations.byId(awards.map(({ decision }) => decision));
  const found: DossierAward[] = [];
  for (const [id, own] of Map.groupBy(awards, ({ decision }) => decision)) {
    const decision = decisions.get(id);
    if (!decision) continue;
    const { year, issuer, subject, state, number, signedOn } = decision;
    const of = { year, issuer, subject, state, number, signedOn };
    const lines = await commendations.linesOf(
      id,
      own.map(({ n }) => n),
    );
    found.push(...lines.toSorted((a, b) => a.n - b.n).map((line) => ({ ...describeLine(line), of })));
  }
  return found;
}

function describeLine({ n, cancellation, ...line }: CommendationLine) {
  if (!cancellation) return { ...line, cancellation };
  const { by, at, ...told } = cancellation;
  return { ...line, cancellation: told };
}

/**
 * Extends an erasure of a dossier to its award lines: those of one author, or of all persons and households.
 * Idempotent. Throws `version.conflict`.
 */
export async function eraseDossierAwards(
  { commendations }: Awards,
  { id, application, recognitions }: FormInitiative,
  who: ErasureRequest["who"],
  step: Step,
): Promise<void> {
  if (who === "contact") return;
  const wanted = who === "all" ? null : foldName(application.authors[who]?.fullName ?? "");
  const concerned = (await commendations.awardsFor(id)).filter(
    ({ recipientKind, name }) =>
      (recipientKind === "individual" || recipientKind === "household") &&
      (wanted === null || foldName(name) === wanted),
  );
  const recognised = currentRecognitions(recognitions).length > 0;
  for (const [decision, own] of Map.groupBy(concerned, (award) => award.decision))
    await retryOnConflict(attempts, async () => {
      const before = await commendations.get(decision);
      const numbers = own.map(({ n }) => n);
      const [kept, log] = await Promise.all([
        commendations.linesOf(decision, numbers),
        Array.fromAsync(commendations.log(decision)),
      ]);
      const left = kept.map(({ n }) => n);
      const write = before && eraseLines(before, kept, left, step, { log, recognised });
      if (write) await commendations.save(write);
    });
}
