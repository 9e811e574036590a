import { Hono } from "hono/tiny";
import * as v from "valibot";
import { ModelCheck } from "#core/activities/model-check.ts";
import { AnswerForm } from "#core/activities/replication.ts";
import { answerReplication, confirmReplication } from "#core/activities/replication-steps.ts";
import { addModelCheck, parseModelCheck } from "#core/activities/yearly-check.ts";
import { version } from "#core/base/bounds.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { openRecord, readContext, viewRecord } from "./record.ts";
import { recordRoutes } from "./records.ts";
import { ModelView, ReplicationView } from "./views.ts";

const StepBody = v.strictObject({ version, form: v.unknown() });

export const activities = recordRoutes("activity");

export const models = new Hono<Env>().route("/", recordRoutes("model")).post(
  "/:id/checks",
  describe("activity.write", "Enter or correct a model's check of a year", ModelView, {
    body: v.strictObject({ version, form: ModelCheck }),
  }),
  async (c) => {
    const { record } = await openRecord(c, "model", "activity.write");
    const body = parseAs("model.invalid", StepBody, await readJson(c));
    const context = await readContext(c);
    const written = addModelCheck(record, parseModelCheck(body.form, record, context), context);
    if (written) {
      if (body.version !== record.version) throw new Problem("version.conflict");
      await c.var.deps.store.activities.save("model", written, record);
    }
    return c.json(await viewRecord(c, "model", record.id));
  },
);

export const replications = new Hono<Env>()
  .route("/", recordRoutes("replication"))
  .post(
    "/:id/confirmation",
    describe(
      "replication.confirm",
      "Confirm as the superior that a unit applies a solution",
      ReplicationView,
      { body: v.strictObject({ version }) },
    ),
    async (c) => {
      const { record } = await openRecord(c, "replication", "replication.confirm");
      const body = parseAs("replication.invalid", v.strictObject({ version }), await readJson(c));
      const written = confirmReplication(record, await readContext(c));
      if (written) {
        if (body.version !== record.version) throw new Problem("version.conflict");
        await c.var.deps.store.activities.save("replication", written, record);
      }
      return c.json(await viewRecord(c, "replication", record.id));
    },
  )
  .post(
    "/:id/answers",
    describe("activity.write", "Say whether a solution is still applied", ReplicationView, {
      body: v.strictObject({ version, form: AnswerForm }),
    }),
    async (c) => {
      const { record } = await openRecord(c, "replication", "activity.write");
      const body = parseAs("replication.invalid", StepBody, await readJson(c));
      const form = parseAs("replication.invalid", AnswerForm, body.form);
      const last = record.answers.at(-1);
      const isRetry =
        body.version === record.version - 1 &&
        last?.on === form.on &&
        last.applied === form.applied &&
        last.note === form.note;
      if (!isRetry) {
        const written = answerReplication(record, form, await readContext(c));
        if (body.version !== record.version) throw new Problem("version.conflict");
        await c.var.deps.store.activities.save("replication", written, record);
      }
      return c.json(await viewRecord(c, "replication", record.id));
    },
  );
