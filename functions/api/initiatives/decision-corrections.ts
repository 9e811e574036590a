import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { correctDecision, DecisionCorrection } from "#core/initiatives/decision-correction.ts";
import { authoriseOn } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { openRecord, resourceOf } from "./record.ts";
import { viewInitiative } from "./view.ts";
import { InitiativeView } from "./views.ts";

const CorrectionBody = v.strictObject({ version, form: DecisionCorrection });

export const decisionCorrections = new Hono<Env>().post(
  "/:id/decision-corrections",
  describe(
    "initiative.correctDecision",
    "Correct the number and the day of a recorded decision, with the reason",
    InitiativeView,
    { body: CorrectionBody },
  ),
  async (c) => {
    const { initiative, events, viewer } = await openRecord(c);
    const body = validate(CorrectionBody, await readJson(c));
    const role = authoriseOn(viewer, "initiative.correctDecision", resourceOf(initiative));
    if (!body.ok)
      throw new Problem(
        "note.invalid",
        body.errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/form/, "") })),
      );
    if (initiative.origin !== "application") throw new Problem("move.notAllowed");
    const { form } = body.value;
    if (initiative.version !== body.value.version) throw new Problem("version.conflict");
    const { store, clock, random } = c.var.deps;
    const noted = correctDecision(initiative, events, form, {
      actor: { role, staff: viewer.kind === "staff" ? viewer.id : null },
      now: clock(),
      salt: () => random(16),
    });
    if (!noted) return c.json(await viewInitiative(c, viewer, initiative, events));
    await store.initiatives.save(noted, initiative);
    return c.json(await viewInitiative(c, viewer, noted.initiative, [...events, noted]));
  },
);
