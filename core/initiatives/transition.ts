import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { type Campaign, type CampaignCouncil, councilFor, deadlinesFrom } from "#core/campaigns/campaign.ts";
import type { Application } from "./application.ts";
import { checkBenefits, checkDates } from "./application.ts";
import { checkMoveDecision } from "./decision.ts";
import { type Actor, type Event, type Openings, sealEvent } from "./history.ts";
import { type PersonalParts, partsOf } from "./history-parts.ts";
import type { FormInitiative } from "./initiative.ts";
import { lifecycle, type Move, type MoveForm, moveForms, type State } from "./lifecycle.ts";
import { consentsAfter } from "./publish-name.ts";
import { currentRecognitions } from "./recognition.ts";
import { under } from "./submission.ts";

export type MoveRequest = { [M in Move]: { move: M; form: MoveForm<M> } }[Move];

export function parseMove(move: Move, body: unknown, now: string): MoveRequest {
  const request = { move, form: parseAs("move.invalid", moveForms[move], body) } as MoveRequest;
  const today = dayOf(now);
  if ("application" in request.form) {
    const errors = checkDates(request.form.application, today).map(under("/application"));
    if (errors.length > 0) throw new Problem("move.invalid", errors);
  }
  if ("decision" in request.form && request.form.decision && request.form.decision.signedOn > today)
    throw new Problem("move.invalid", [{ pointer: "/decision/signedOn", code: "decision.signedOn.future" }]);
  if ("dueOn" in request.form && request.form.dueOn < today)
    throw new Problem("move.invalid", [{ pointer: "/dueOn", code: "dueOn.past" }]);
  return request;
}

export interface Transition {
  initiative: FormInitiative;
  event: Event;
  openings: Openings;
}

/** Throws `move.notAllowed`. `number`: next register number, used by `accept`. */
export function applyMove(
  before: FormInitiative,
  request: MoveRequest,
  given: { campaign: Campaign; actor: Actor; now: string; number: number; salt: () => Uint8Array },
): Transition {
  const { campaign, actor, now } = given;
  const allowed: readonly State[] = lifecycle[request.move].from;
  if (!allowed.includes(before.state)) throw new Problem("move.notAllowed");
  const today = dayOf(now);
  const errors = checkMoveDecision(before, request.move, request.form, today);
  if (errors.length > 0) throw new Problem("move.invalid", errors);
  const effect = effectOf(before, request, campaign, today, given.number);
  const sent = "attachments" in request.form ? request.form.attachments : undefined;
  const attachments = sent ?? before.attachments;
  const { event, openings } = sealEvent(
    before.last ?? before.first,
    {
      at: now,
      move: request.move,
      from: before.state,
      to: effect.state,
      actor,
      facts: effect.facts,
      personal: effect.application ? partsOf(effect.application, attachments) : effect.personal,
    },
    given.salt,
  );
  const application = effect.application ?? before.application;
  const initiative: FormInitiative = {
    ...before,
    version: before.version + 1,
    state: effect.state,
    dueOn: effect.dueOn,
    number: effect.number ?? before.number,
    ...(before.number === null && effect.number !== undefined ? { acceptedOn: today } : {}),
    council: effect.council === undefined ? before.council : effect.council,
    recognitions: effect.recognitions ?? before.recognitions,
    application,
    nameConsents: consentsAfter(before, application),
    firstApplication: before.firstApplication ?? (effect.application ? before.application : null),
    attachments,
    firstAttachments: before.firstAttachments ?? (effect.application ? before.attachments : undefined),
    changedAt: now,
    last: event,
  };
  return { initiative, event, openings };
}

interface Effect {
  state: State;
  dueOn: string | null;
  facts: Record<string, unknown>;
  personal: PersonalParts;
  number?: number;
  council?: FormInitiative["council"];
  recognitions?: FormInitiative["recognitions"];
  application?: Application;
}

function effectOf(
  before: FormInitiative,
  request: MoveRequest,
  campaign: Campaign,
  today: string,
  next: number,
): Effect {
  const due = deadlinesFrom(campaign, today);
  const nothing = { facts: {}, personal: {} };
  switch (request.move) {
    case "accept": {
      const number = before.number ?? next;
      return { ...nothing, state: "accepted", dueOn: due.decision, number, facts: { number } };
    }
    case "report":
      if (campaign.merged) throw new Problem("move.notAllowed");
      return revise({ ...before.application, ...request.form }, "reported", due.decision);
    case "return":
      return { ...nothing, state: "returned", dueOn: due.repair, personal: request.form };
    case "resubmit": {
      const { application } = request.form;
      checkResult(application, asksResult(before, campaign));
      if (before.number === null) return revise(application, "registered", due.acceptance);
      const told = !campaign.merged && application.benefitsByAuthor !== "";
      return revise(application, told ? "reported" : "accepted", due.decision);
    }
    case "refuse":
      return { ...nothing, state: "refused", dueOn: null, personal: request.form };
    case "withdraw":
      return { ...nothing, state: "withdrawn", dueOn: null };
    case "propose":
      if (before.state === "accepted" && !campaign.merged) throw new Problem("move.notAllowed");
      return proposeTo(councilFor(campaign, before.path), request.form, due.council);
    case "proposeAbove": {
      const { council } = before;
      const above = before.path.slice(council ? before.path.indexOf(council.unit) + 1 : 0);
      return proposeTo(councilFor(campaign, above), request.form, due.council);
    }
    case "takeUp":
      return { ...nothing, state: "inCouncil", dueOn: before.dueOn };
    case "recognise":
      return recognise(before, request.form);
    case "notRecognise":
      return {
        state: currentRecognitions(before.recognitions).length > 0 ? "recognised" : "notRecognised",
        dueOn: null,
        council: holding(before, before.recognitions, campaign),
        facts: { decision: request.form.decision, level: before.council?.level ?? null },
        personal: { reason: request.form.reason, ...explained(request.form) },
      };
    case "askToComplete":
      return {
        state: "toComplete",
        dueOn: request.form.dueOn,
        facts: { dueOn: request.form.dueOn },
        personal: { reason: request.form.reason },
      };
    case "complete":
      checkResult(request.form.application, true);
      return revise(request.form.application, "inCouncil", due.council);
    case "revoke":
      return revoke(before, request.form, campaign);
  }
}

export function asksResult(before: Pick<FormInitiative, "application">, campaign: Pick<Campaign, "merged">) {
  return campaign.merged || before.application.benefitsByAuthor !== "";
}

function checkResult(application: Application, required: boolean): void {
  const errors = checkBenefits(application, required).map(under("/application"));
  if (errors.length > 0) throw new Problem("move.invalid", errors);
}

function revise(application: Application, state: State, dueOn: string): Effect {
  return { state, dueOn, application, facts: {}, personal: {} };
}

export const placeOf = ({ id, unit, level }: CampaignCouncil) => ({ id, unit, level });

function proposeTo(council: ReturnType<typeof councilFor>, form: { opinion: string }, dueOn: string): Effect {
  if (!council) throw new Problem("move.notAllowed");
  return {
    state: "proposed",
    dueOn,
    council: placeOf(council),
    facts: { council: council.id, level: council.level },
    personal: form,
  };
}

const explained = ({ explanation }: { explanation: string }) => (explanation === "" ? {} : { explanation });

function recognise(before: FormInitiative, form: MoveForm<"recognise">): Effect {
  if (!before.council) throw new Problem("move.notAllowed");
  const { level } = before.council;
  const { decision } = form;
  return {
    state: "recognised",
    dueOn: null,
    recognitions: [...before.recognitions, { level, decision, revoked: null }],
    facts: { level, decision },
    personal: explained(form),
  };
}

function revoke(before: FormInitiative, form: MoveForm<"revoke">, campaign: Campaign): Effect {
  const latest = currentRecognitions(before.recognitions).at(-1);
  if (!latest) throw new Problem("move.notAllowed");
  const recognitions = before.recognitions.map((recognition) =>
    recognition === latest ? { ...recognition, revoked: form.decision } : recognition,
  );
  return {
    state: currentRecognitions(recognitions).length > 0 ? "recognised" : "revoked",
    dueOn: null,
    council: holding(before, recognitions, campaign),
    recognitions,
    facts: { level: latest.level, decision: form.decision },
    personal: { reason: form.reason, ...explained(form) },
  };
}

function holding(
  before: FormInitiative,
  recognitions: FormInitiative["recognitions"],
  campaign: Campaign,
): FormInitiative["council"] {
  const level = currentRecognitions(recognitions).at(-1)?.level;
  const council = campaign.councils.find((each) => each.level === level && before.path.includes(each.unit));
  return council ? placeOf(council) : before.council;
}
