import { Hono } from "hono/tiny";
import * as v from "valibot";
import { requiredProse } from "#core/base/text.ts";
import { CommendationCorrection, IssueForm } from "#core/commendation/decision.ts";
import {
  cancelCommendation,
  correctCommendation,
  issueCommendation,
  withdrawCommendation,
} from "#core/commendation/lifecycle.ts";
import { CancellationForm } from "#core/commendation/line.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import {
  change,
  findSameNumber,
  openCommendation,
  readChange,
  saveStep,
  stepOf,
  viewCommendation,
} from "./record.ts";
import { CommendationView } from "./views.ts";

const IssueBody = v.strictObject({ ...change, form: IssueForm });
const CorrectBody = v.strictObject({ ...change, form: CommendationCorrection });
const CancelBody = v.strictObject({ ...change, form: CancellationForm });
const WithdrawBody = v.strictObject({
  ...change,
  form: v.strictObject({ reason: requiredProse("reason", 2_000) }),
});

export const commendationMoves = new Hono<Env>()
  .post(
    "/:id/issue",
    describe("commendation.issue", "Issue a proposed decision under its number and day", CommendationView, {
      body: IssueBody,
    }),
    async (c) => {
      const before = await openCommendation(c, "commendation.issue");
      const body = await readChange(c, IssueBody);
      const saved = await saveStep(c, before, body, async () => {
        const others = await findSameNumber(c, before, body.form);
        return issueCommendation(before, body.form, stepOf(c, body), others);
      });
      return c.json(await viewCommendation(c, saved.decision));
    },
  )
  .post(
    "/:id/corrections",
    describe(
      "commendation.issue",
      "Correct number and day of an issued decision, with the reason",
      CommendationView,
      { body: CorrectBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.issue");
      const body = await readChange(c, CorrectBody);
      const saved = await saveStep(c, before, body, async () => {
        const others = await findSameNumber(c, before, body.form);
        return correctCommendation(before, body.form, stepOf(c, body), others);
      });
      return c.json(await viewCommendation(c, saved.decision));
    },
  )
  .post(
    "/:id/cancellation",
    describe(
      "commendation.issue",
      "Cancel an issued decision on one of the legal grounds, for good",
      CommendationView,
      { body: CancelBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.issue");
      const body = await readChange(c, CancelBody);
      const saved = await saveStep(c, before, body, () =>
        cancelCommendation(before, body.form, stepOf(c, body)),
      );
      return c.json(await viewCommendation(c, saved.decision));
    },
  )
  .post(
    "/:id/withdrawal",
    describe("commendation.write", "Withdraw a proposed decision; it stays in the log", CommendationView, {
      body: WithdrawBody,
    }),
    async (c) => {
      const before = await openCommendation(c, "commendation.write");
      const body = await readChange(c, WithdrawBody);
      const saved = await saveStep(c, before, body, () =>
        withdrawCommendation(before, body.form, stepOf(c, body)),
      );
      return c.json(await viewCommendation(c, saved.decision));
    },
  );
