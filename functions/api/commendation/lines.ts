import { Hono } from "hono/tiny";
import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { eraseLines } from "#core/commendation/erasure.ts";
import { LineNumber } from "#core/commendation/ids.ts";
import { LineForm, LineForms, linesAtOnce } from "#core/commendation/line.ts";
import { appendLines, changeLines, removeLines } from "#core/commendation/lines.ts";
import { computeMoney } from "#core/commendation/money.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery } from "../query.ts";
import { change, openCommendation, readChange, saveStep, stepOf, viewWritten } from "./record.ts";
import { CommendationLinesView, CommendationLinesWrittenView } from "./views.ts";

const pageOfLines = 200;

export const after = v.optional(
  v.pipe(v.string("cursor.invalid"), v.regex(/^\d{1,7}$/, "cursor.invalid"), v.transform(Number)),
  "0",
);

const several = {
  min: 1,
  max: linesAtOnce,
  many: "commendation.lines.tooMany",
  few: "commendation.lines.required",
};
const AddBody = v.strictObject({ ...change, lines: LineForms });
const ChangeBody = v.strictObject({
  ...change,
  lines: boundedArray(v.strictObject({ n: LineNumber, line: LineForm }), several),
});
const NumbersBody = v.strictObject({ ...change, lines: boundedArray(LineNumber, several) });

export const commendationLines = new Hono<Env>()
  .get(
    "/:id/lines",
    describe(
      "commendation.read",
      "Lines of a decision in order, each with its computed bonus",
      CommendationLinesView,
      { query: { after: "Number of the last line of the page before" } },
    ),
    async (c) => {
      const decision = await openCommendation(c, "commendation.read");
      const asked = readQuery(v.object({ after }), { after: c.req.query("after") });
      const { store, clock } = c.var.deps;
      const page = await store.commendations.linesAfter(decision.id, asked.after, pageOfLines);
      const on = decision.signedOn ?? dayOf(clock());
      return c.json<CommendationLinesView>({
        version: decision.version,
        lines: page.lines.map((line) => ({
          ...line,
          computed: computeMoney({ ...line, line: decision.line, level: decision.level }, on),
        })),
        next: page.next,
      });
    },
  )
  .post(
    "/:id/lines",
    describe(
      "commendation.write",
      `Add at most ${linesAtOnce} lines; the same request again adds nothing`,
      CommendationLinesWrittenView,
      { body: AddBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.write");
      const body = await readChange(c, AddBody);
      const saved = await saveStep(c, before, body, () => appendLines(before, body.lines, stepOf(c, body)));
      return c.json(viewWritten(c, saved));
    },
  )
  .put(
    "/:id/lines",
    describe("commendation.write", "Change lines by their numbers", CommendationLinesWrittenView, {
      body: ChangeBody,
    }),
    async (c) => {
      const before = await openCommendation(c, "commendation.write");
      const body = await readChange(c, ChangeBody);
      const saved = await saveStep(c, before, body, async () => {
        const numbers = body.lines.map(({ n }) => n);
        const kept = await c.var.deps.store.commendations.linesOf(before.id, numbers);
        return changeLines(before, kept, body.lines, stepOf(c, body));
      });
      return c.json(viewWritten(c, saved));
    },
  )
  .post(
    "/:id/lines/removal",
    describe("commendation.write", "Remove lines by their numbers", CommendationLinesWrittenView, {
      body: NumbersBody,
    }),
    async (c) => {
      const before = await openCommendation(c, "commendation.write");
      const body = await readChange(c, NumbersBody);
      const saved = await saveStep(c, before, body, async () => {
        const kept = await c.var.deps.store.commendations.linesOf(before.id, body.lines);
        return removeLines(before, kept, body.lines, stepOf(c, body));
      });
      return c.json(viewWritten(c, saved));
    },
  )
  .post(
    "/:id/lines/erasure",
    describe(
      "commendation.erase",
      "Erase the personal data of persons in lines, in any state",
      CommendationLinesWrittenView,
      { body: NumbersBody },
    ),
    async (c) => {
      const before = await openCommendation(c, "commendation.erase");
      const body = await readChange(c, NumbersBody);
      const saved = await saveStep(c, before, body, async () => {
        const { commendations } = c.var.deps.store;
        const [kept, log] = await Promise.all([
          commendations.linesOf(before.id, body.lines),
          Array.fromAsync(commendations.log(before.id)),
        ]);
        return eraseLines(before, kept, body.lines, stepOf(c, body), { log });
      });
      return c.json(viewWritten(c, saved));
    },
  );
