import { Hono } from "hono/tiny";
import * as v from "valibot";
import { LineNumber } from "#core/commendation/ids.ts";
import { CancellationForm, LineCorrection } from "#core/commendation/line.ts";
import { cancelLine, correctLine } from "#core/commendation/lines.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { change, openCommendation, readChange, saveStep, stepOf, viewWritten } from "./record.ts";
import { CommendationLinesWrittenView } from "./views.ts";

const CancelBody = v.strictObject({ ...change, line: LineNumber, form: CancellationForm });
const CorrectBody = v.strictObject({ ...change, line: LineNumber, form: LineCorrection });

/** Steps on one line of an issued decision. */
export const commendationLineMoves = new Hono<Env>()
  .post(
    "/:id/lines/cancellation",
    describe(
      "commendation.issue",
      "Cancel the award of one recipient of an issued decision, for good",
      CommendationLinesWrittenView,
      { body: CancelBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.issue");
      const body = await readChange(c, CancelBody);
      const saved = await saveStep(c, before, body, async () => {
        const kept = await c.var.deps.store.commendations.linesOf(before.id, [body.line]);
        return cancelLine(before, kept, { n: body.line, form: body.form }, stepOf(c, body));
      });
      return c.json(viewWritten(c, saved));
    },
  )
  .post(
    "/:id/lines/corrections",
    describe(
      "commendation.issue",
      "Correct how a line of an issued decision names its recipient and achievement, with the reason",
      CommendationLinesWrittenView,
      { body: CorrectBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.issue");
      const body = await readChange(c, CorrectBody);
      const saved = await saveStep(c, before, body, async () => {
        const kept = await c.var.deps.store.commendations.linesOf(before.id, [body.line]);
        return correctLine(before, kept, { n: body.line, form: body.form }, stepOf(c, body));
      });
      return c.json(viewWritten(c, saved));
    },
  );
