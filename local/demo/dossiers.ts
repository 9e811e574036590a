import { createHmac } from "node:crypto";
import { addDays, dayOf } from "#core/base/calendar.ts";
import { deriveSecrets, toBase64Url } from "#core/base/ids.ts";
import type { Application } from "#core/initiatives/application.ts";
import { answerAsCoAuthor } from "#core/initiatives/co-author.ts";
import type { Actor } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { lifecycle, type Move } from "#core/initiatives/lifecycle.ts";
import { parseSubmission, registerInitiative } from "#core/initiatives/submission.ts";
import { applyMove, parseMove, type Transition } from "#core/initiatives/transition.ts";
import type { ImportedRow } from "../../functions/store/imports.ts";
import type { DossierPlan } from "./dossier-plan.ts";
import { educationDepartment } from "./pools/departments.ts";
import * as phrases from "./pools/phrases.ts";
import { createRandom, type Random } from "./random.ts";
import { placeOf } from "./receiving-units.ts";
import { actorOn } from "./staff.ts";
import { fillSlots } from "./text.ts";

export interface DossierKeys {
  seed: string;
  /** Source of ids, access keys and salts. */
  secret: Uint8Array;
}

export function acceptedAt({ schedule }: DossierPlan): string | null {
  return schedule.steps.find(({ step }) => step === "accept")?.at ?? null;
}

export function idOf(plan: DossierPlan, keys: DossierKeys): string {
  return secretsOf(plan, keys).id;
}

const draw = ({ secret }: DossierKeys, label: string, count: number): Uint8Array =>
  createHmac("sha256", secret).update(label).digest().subarray(0, count);

const secretsOf = (plan: DossierPlan, keys: DossierKeys) =>
  deriveSecrets(toBase64Url(draw(keys, `key/${plan.name}`, 32)));

/** Deterministic for plan, keys and number. */
export function playDossier(plan: DossierPlan, keys: DossierKeys, number: number): ImportedRow {
  const { campaign, unit, channel, application, schedule } = plan;
  let drawn = 0;
  const salt = () => draw(keys, `salt/${plan.name}/${drawn++}`, 16);
  const random = createRandom(`${keys.seed}/${plan.name}/moves`);
  let initiative = registerInitiative({
    submission: parseSubmission(
      { campaign: campaign.id, unit: unit.id, channel, application },
      schedule.receivedAt,
    ),
    secrets: secretsOf(plan, keys),
    campaign,
    unit,
    actor:
      channel === "paper"
        ? { role: "reviewer", staff: actorOn(unit.path, "reviewer") }
        : { role: "author", staff: null },
    now: schedule.receivedAt,
    salt,
  });
  const events: ImportedRow["events"] = [];
  for (const { step, at } of schedule.steps) {
    const actor = actorOf(step, initiative, channel);
    const context = { actor, now: at, salt };
    const transition: Transition =
      step === "answerAsCoAuthor"
        ? answerAsCoAuthor(
            initiative,
            1,
            { answer: "confirmed", word: random.pick(phrases.coAuthorWords), publishName: "" },
            context,
          )
        : applyMove(initiative, parseMove(step, formOf(step, { plan, initiative, at, random }), at), {
            ...context,
            campaign,
            number,
          });
    initiative = transition.initiative;
    events.push({ event: transition.event, openings: transition.openings });
  }
  return { initiative, events };
}

function actorOf(
  step: Move | "answerAsCoAuthor",
  { path, council }: FormInitiative,
  channel: DossierPlan["channel"],
): Actor {
  if (step === "answerAsCoAuthor") return { role: "coAuthor", staff: null };
  const { desk } = lifecycle[step];
  if (desk === "council")
    return { role: "secretary", staff: actorOn(path.slice(councilPlace(path, council)), "secretary") };
  // The unit acts for authors of paper applications.
  if (desk === "author" && channel === "web") return { role: "author", staff: null };
  return { role: "reviewer", staff: actorOn(path, "reviewer") };
}

const councilPlace = (path: readonly string[], council: FormInitiative["council"]): number =>
  council?.level === "province" ? path.length - 1 : 0;

interface Step {
  plan: DossierPlan;
  initiative: FormInitiative;
  at: string;
  random: Random;
}

function formOf(step: Move, { plan, initiative, at, random }: Step): unknown {
  const place = placeOf(plan.unit, plan.campaign.year);
  const say = (among: readonly string[]) => fillSlots(random.pick(among), place, random);
  const day = dayOf(at);
  const { application } = initiative;
  switch (step) {
    case "report":
      return { benefitsByAuthor: plan.words, benefitsByUsers: say(phrases.usersWords) };
    case "return":
      return { reason: say(phrases.returnReasons) };
    case "resubmit":
    case "complete":
      return { application: addTo(application, say(phrases.novelty), say(phrases.reach)) };
    case "refuse":
      return { reason: say(phrases.refusalReasons) };
    case "propose":
      return { opinion: say(phrases.opinions) };
    case "proposeAbove":
      return { opinion: say(phrases.opinionsAbove) };
    case "recognise":
      return { decision: decisionOf(initiative, day) };
    case "notRecognise":
      return {
        reason: say(phrases.refusalsOfCouncil),
        decision: random.chance(0.5) ? decisionOf(initiative, day, 1) : null,
      };
    case "askToComplete":
      return { reason: say(phrases.completionReasons), dueOn: addDays(day, 14) };
    case "revoke":
      return { reason: say(phrases.revocationReasons), decision: decisionOf(initiative, day, 2) };
    default:
      return {};
  }
}

const addTo = (application: Application, ...sentences: string[]): Application => ({
  ...application,
  substance: `${application.substance}\n\nBổ sung: ${sentences.join(" ")}`,
});

/** Decisions of one kind and day share a number. */
function decisionOf({ council, path }: FormInitiative, day: string, kind = 0) {
  const issuer = path.includes(educationDepartment) ? "SGDĐT" : "UBND";
  const dayOfYear = Math.floor(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000,
  );
  const pace = council?.level === "province" ? 9 : 2;
  return { number: `${dayOfYear * pace + 11 + kind}/QĐ-${issuer}`, signedOn: day };
}
