import { Hono } from "hono/tiny";
import * as v from "valibot";
import { anyFormOf, version } from "#core/base/bounds.ts";
import { deriveSecrets, isIdempotencyKey } from "#core/base/ids.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { Submission } from "#core/initiatives/application.ts";
import type { Actor } from "#core/initiatives/history.ts";
import type { FormInitiative, Initiative } from "#core/initiatives/initiative.ts";
import { moveForms, moves } from "#core/initiatives/lifecycle.ts";
import {
  compareTaken,
  hashesOf,
  parseSubmission,
  Receipt,
  receiptOf,
  registerInitiative,
} from "#core/initiatives/submission.ts";
import { applyMove, type MoveRequest, parseMove } from "#core/initiatives/transition.ts";
import { may } from "#core/staff/access.ts";
import { retryOnConflict } from "../../store/table.ts";
import { authoriseOn, authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { checkProof } from "../proof.ts";
import { openRecord, resourceOf } from "./record.ts";
import { viewInitiative } from "./view.ts";
import { InitiativeView } from "./views.ts";

const MoveBody = v.strictObject({
  move: v.picklist(moves, "move.unknown"),
  version,
  form: v.optional(v.unknown(), {}),
});

const saveAttempts = 8;

export const initiatives = new Hono<Env>()
  .post(
    "/",
    describe(
      ["initiative.submit", "initiative.enterPaper"],
      "Submit an application; staff enter one from paper for somebody",
      Receipt,
      {
        status: 201,
        body: Submission,
        query: {
          channel: "`paper` where staff enter a form: whoever is signed out meanwhile is told to sign in",
        },
        headers: {
          "Idempotency-Key": "256 random bits in base64url: the same key gives the same receipt",
          Altcha: "The solved challenge of this key in base64; not asked of staff entering from paper",
        },
      },
    ),
    async (c) => c.json(await submit(c), 201),
  )
  .get("/:id", describe("initiative.read", "An initiative with its history", InitiativeView), async (c) => {
    const { initiative, events, viewer } = await openRecord(c);
    return c.json(await viewInitiative(c, viewer, initiative, events));
  })
  .post(
    "/:id/moves",
    describe(
      moves.map((move) => `initiative.${move}` as const),
      "Move an initiative one step in its life cycle",
      InitiativeView,
      { body: v.strictObject({ ...MoveBody.entries, form: v.optional(anyFormOf(moveForms)) }) },
    ),
    async (c) => {
      const { initiative, events, viewer } = await openRecord(c);
      const { move, version, form } = parseAs("move.invalid", MoveBody, await readJson(c));
      const role = authoriseOn(viewer, `initiative.${move}`, resourceOf(initiative));
      if (initiative.origin !== "application") throw new Problem("move.notAllowed");
      const actor: Actor = { role, staff: viewer.kind === "staff" ? viewer.id : null };
      // Handles a retry.
      const { last } = initiative;
      const repeated =
        initiative.version === version + 1 &&
        last?.move === move &&
        last.actor.staff === actor.staff &&
        last.actor.role === role;
      if (repeated) return c.json(await viewInitiative(c, viewer, initiative, events));
      if (initiative.version !== version) throw new Problem("version.conflict");
      const after = await saveMove(c, initiative, parseMove(move, form, c.var.deps.clock()), actor);
      return c.json(await viewInitiative(c, viewer, after.initiative, [...events, after.stored]));
    },
  );

/** A retry gets the same receipt. */
async function submit(c: Ctx): Promise<Receipt> {
  const { store, clock, random, proof, measure } = c.var.deps;
  const key = c.req.header("idempotency-key");
  if (key === undefined) throw new Problem("idempotencyKey.missing");
  if (!isIdempotencyKey(key)) throw new Problem("idempotencyKey.malformed");
  const now = clock();
  // Reads the body only if the proof is valid or expired, or if the viewer may enter paper forms.
  const fault = await checkProof(proof, c.req.header("altcha"), key, now);
  const proven = fault === null || fault === "proof.expired";
  if (!proven && !mayEnterPaper(c)) {
    const paper = c.req.query("channel") === "paper";
    throw new Problem(!paper ? fault : c.var.session ? "access.denied" : "session.missing");
  }
  const submission = parseSubmission(await readJson(c), now);
  const unproven = submission.channel === "web" ? fault : null;
  if (unproven && !proven) throw new Problem(unproven);
  const campaign = await store.directory.campaign(submission.campaign);
  if (!campaign)
    throw new Problem("application.invalid", [{ pointer: "/campaign", code: "campaign.unknown" }]);
  const unit = (await store.directory.campaignUnits(campaign.id)).get(submission.unit) ?? null;
  const actor = submitter(c, submission, unit?.path ?? []);
  const secrets = deriveSecrets(key);
  const register = () =>
    registerInitiative({ submission, secrets, campaign, unit, actor, now, salt: () => random(16) });
  let existing: Initiative | null;
  try {
    if (unproven) throw new Problem(unproven);
    const fresh = register();
    existing = await store.initiatives.create(fresh);
    if (!existing) {
      measure("Submissions", 1);
      return receiptOf(fresh, secrets.accessKey, campaign);
    }
  } catch (refusal) {
    // A retry gets its receipt even after the campaign or proof has expired.
    existing = refusal instanceof Problem ? await store.initiatives.get(secrets.id) : null;
    if (!existing) throw refusal;
  }
  if (existing.origin !== "application") throw new Problem("id.taken");
  const problem = compareTaken(existing, hashesOf(submission, secrets));
  if (problem) throw problem;
  return receiptOf(existing, secrets.accessKey, campaign);
}

function mayEnterPaper(c: Ctx): boolean {
  const units = c.var.session?.grants.map(({ unit }) => unit) ?? [];
  return may(staffViewer(c.var.session), "initiative.enterPaper", { units });
}

/** The actor of a web form is the author, even in a staff session. */
function submitter(c: Ctx, submission: Submission, path: string[]): Actor {
  if (submission.channel === "web") return { role: "author", staff: null };
  authoriseStaff(c, "initiative.enterPaper", { units: path });
  return { role: "reviewer", staff: c.var.session?.staff.id ?? null };
}

/** Acceptance also takes the next register number; a conflict causes a retry with a new number. */
async function saveMove(c: Ctx, before: FormInitiative, request: MoveRequest, actor: Actor) {
  const { store, clock, random } = c.var.deps;
  const campaign = await store.directory.campaign(before.campaign);
  if (!campaign) throw new Problem("campaign.notFound");
  const numbered = request.move === "accept" && before.number === null;
  const step = async () => {
    const number = numbered ? await store.initiatives.nextNumber(before.unit, before.year) : 0;
    const transition = applyMove(before, request, {
      campaign,
      actor,
      now: clock(),
      number,
      salt: () => random(16),
    });
    const files = ("attachments" in request.form && request.form.attachments) || [];
    await store.initiatives.save(transition, before, { files, refusal: "move.invalid" });
    return {
      initiative: transition.initiative,
      stored: { event: transition.event, openings: transition.openings },
    };
  };
  return retryOnConflict(
    saveAttempts,
    step,
    async () => numbered && (await store.initiatives.get(before.id))?.version === before.version,
  );
}
