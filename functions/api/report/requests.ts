import { Hono } from "hono/tiny";
import * as v from "valibot";
import { boundedArray, version, wholeNumber } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { reference, requiredProse } from "#core/base/text.ts";
import {
  askForReports,
  changeRequest,
  closeRequest,
  isSameRequest,
  RequestChange,
  RequestForm,
  RequestId,
} from "#core/report/request.ts";
import { returnSubmission } from "#core/report/submission.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { DownloadView } from "../jobs/views.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery, year } from "../query.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import { answerSubmissionFile, applied, remind, saveRequest, submitTo, viewUnit } from "./request-actions.ts";
import { draftUnits, listRequests } from "./request-lists.ts";
import { findRequest, openOwn, readableUnits, viewRequest } from "./request-record.ts";
import {
  RemindedView,
  ReportRequestDraftView,
  ReportRequestsView,
  ReportRequestView,
  UnitSubmissionsView,
} from "./request-views.ts";

const unit = reference("field.invalid", 60);
const whole = wholeNumber("field.invalid", { min: 1, max: 100_000 });
const AskBody = v.strictObject({ id: RequestId, unit, form: v.unknown() });
const ChangeBody = v.strictObject({ version, form: v.unknown() });
const CloseBody = v.strictObject({ version });
const SubmitBody = v.strictObject({
  unit,
  edition: whole,
  hash: reference(),
});
const ReturnBody = v.strictObject({ unit, n: whole, reason: requiredProse("reportRequest.reason", 1_000) });
const RemindBody = v.strictObject({
  units: boundedArray(unit, { max: 2_000, many: "reportRequest.units.tooMany" }),
});

export const reportRequests = new Hono<Env>()
  .get(
    "/",
    describe(
      "report.read",
      "What a unit asks of those below it, and what it is asked itself",
      ReportRequestsView,
      { query: { unit: "The unit" } },
    ),
    async (c) => {
      const { unit, reach } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "report.read", { units: reach });
      return c.json(await listRequests(c, unit));
    },
  )
  .get(
    "/draft",
    describe(
      "report.ask",
      "Units that may be asked, those proposed that take part in the year's campaigns",
      ReportRequestDraftView,
      { query: { unit: "The unit that asks", year: "The year of the campaigns" } },
    ),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "report.ask", { units: path });
      const asked = readQuery(v.object({ year }), { year: c.req.query("year") });
      return c.json(await draftUnits(c, unit, asked.year));
    },
  )
  .post(
    "/",
    describe(
      "report.ask",
      "Ask units below for their reports of a period; the same id and form again are the same request",
      ReportRequestView,
      { status: 201, body: v.strictObject({ id: RequestId, unit, form: RequestForm }) },
    ),
    async (c) => {
      const input = await readJson(c);
      const { path } = await findUnit(c, unitIn(input));
      authoriseStaff(c, "report.ask", { units: path });
      const body = parseAs("reportRequest.invalid", AskBody, input);
      const { store, clock } = c.var.deps;
      const units = await store.directory.units();
      const write = askForReports(body, { units, today: dayOf(clock()) }, stampOf(c));
      const existing = await store.reportRequests.read(body.id);
      if (existing && !isSameRequest(existing.request, write.after)) throw new Problem("reportRequest.taken");
      if (!existing) await store.reportRequests.save(write);
      return c.json(await viewRequest(c, existing ?? applied(write, null)), 201);
    },
  )
  .get(
    "/:id",
    describe("report.read", "The board of a request: who has submitted, and what", ReportRequestView),
    async (c) => c.json(await viewRequest(c, await findRequest(c))),
  )
  .put(
    "/:id",
    describe(
      "report.ask",
      "Change a request's words or its day, on the version that was read",
      ReportRequestView,
      { body: v.strictObject({ version, form: RequestChange }) },
    ),
    async (c) => {
      const file = await openOwn(c, "report.ask");
      const body = parseAs("reportRequest.invalid", ChangeBody, await readJson(c));
      const write = changeRequest(file.request, body.form, dayOf(c.var.deps.clock()), stampOf(c));
      return c.json(await viewRequest(c, await saveRequest(c, file, write, body.version)));
    },
  )
  .post(
    "/:id/closing",
    describe("report.ask", "Close a request: nothing more is taken in", ReportRequestView, {
      body: CloseBody,
    }),
    async (c) => {
      const file = await openOwn(c, "report.ask");
      const body = parseAs("reportRequest.invalid", CloseBody, await readJson(c));
      return c.json(
        await viewRequest(
          c,
          await saveRequest(c, file, closeRequest(file.request, stampOf(c)), body.version),
        ),
      );
    },
  )
  .get(
    "/:id/units/:unit",
    describe("report.read", "What a unit has submitted, and what it may submit now", UnitSubmissionsView),
    async (c) => {
      const file = await findRequest(c);
      const unit = c.req.param("unit");
      if (!(await readableUnits(c, file)).includes(unit)) throw new Problem("access.denied");
      return c.json(await viewUnit(c, file, unit));
    },
  )
  .get(
    "/:id/units/:unit/submissions/:n/files/:format",
    describe("report.read", "A file of what was submitted: a link good for some minutes", DownloadView, {
      redirects: true,
    }),
    async (c) => {
      const file = await findRequest(c);
      const { unit, n, format } = c.req.param();
      if (!(await readableUnits(c, file)).includes(unit)) throw new Problem("access.denied");
      return answerSubmissionFile(c, file, { unit, n, format });
    },
  )
  .post(
    "/:id/submissions",
    describe(
      "report.submit",
      "Submit the approved edition of a unit's report; the same content again changes nothing",
      ReportRequestView,
      { body: SubmitBody },
    ),
    async (c) => {
      await findRequest(c);
      const input = await readJson(c);
      const { unit, path } = await findUnit(c, unitIn(input));
      authoriseStaff(c, "report.submit", { units: path });
      const seen = parseAs("reportRequest.invalid", SubmitBody, input);
      await submitTo(c, unit.id, seen);
      return c.json(await viewRequest(c, await findRequest(c)));
    },
  )
  .post(
    "/:id/returns",
    describe("report.ask", "Give back what a unit has submitted, with a reason", ReportRequestView, {
      body: ReturnBody,
    }),
    async (c) => {
      const file = await openOwn(c, "report.ask");
      const { unit, n, reason } = parseAs("reportRequest.invalid", ReturnBody, await readJson(c));
      const latest = file.submissions.filter((each) => each.unit === unit).at(-1);
      // The viewer must read the newest submission before returning it.
      if (latest?.n !== n) throw new Problem("version.conflict");
      const returned = returnSubmission(file.request, latest, reason, stampOf(c));
      if (returned) await c.var.deps.store.reportRequests.giveBack(returned);
      return c.json(await viewRequest(c, await findRequest(c)));
    },
  )
  .post(
    "/:id/reminders",
    describe(
      "report.remind",
      "Have units that owe a report reminded by mail; each at most once a day, whatever it owes",
      RemindedView,
      { body: RemindBody },
    ),
    async (c) => {
      const file = await openOwn(c, "report.remind");
      if (file.request.closedAt !== null) throw new Problem("reportRequest.closed");
      const { units } = parseAs("reportRequest.invalid", RemindBody, await readJson(c));
      return c.json(await remind(c, file, units));
    },
  );
