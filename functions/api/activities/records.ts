import { Hono } from "hono/tiny";
import * as v from "valibot";
import { ActivityForm } from "#core/activities/activity.ts";
import { ModelForm } from "#core/activities/model.ts";
import type { RecordKind } from "#core/activities/record.ts";
import { ReplicationForm } from "#core/activities/replication.ts";
import { randomId, version } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { optionalProse, reference } from "#core/base/text.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { viewAttachments } from "../initiatives/view.ts";
import { answerDownload } from "../jobs/download.ts";
import { DownloadView } from "../jobs/views.ts";
import { readJson } from "../middleware/body.ts";
import { cursor, readQuery, year } from "../query.ts";
import { unitIn } from "../units/named-unit.ts";
import { findOrigin, noOrigin, type OriginLookup, originIn } from "./origin.ts";
import { findResponsible, openRecord, readContext, viewRecord } from "./record.ts";
import {
  ActivityListView,
  ActivityView,
  ModelListView,
  ModelView,
  ReplicationListView,
  ReplicationView,
} from "./views.ts";
import { writers } from "./writing.ts";

const listed = 250;

const schemas = {
  activity: { form: ActivityForm, view: ActivityView, list: ActivityListView },
  model: { form: ModelForm, view: ModelView, list: ModelListView },
  replication: { form: ReplicationForm, view: ReplicationView, list: ReplicationListView },
} as const;

const summaries = {
  activity: {
    list: "Activities of a year: launches and outreach, by day",
    enter: "Enter an activity; the same id again is the same activity",
    change: "Correct an activity, take it off the list, or put it back",
    read: "An activity with its evidence and log",
    file: "A file of an activity's evidence: a link good for some minutes",
  },
  model: {
    list: "Self-managed residential models",
    enter: "Enter a model; the same id again is the same model",
    change: "Correct a model, take it off the list, or put it back",
    read: "A model with its yearly checks, evidence and log",
    file: "A file of a model's evidence: a link good for some minutes",
  },
  replication: {
    list: "What a unit applies of others' initiatives and models",
    enter: "Report a replication; the same id again is the same replication",
    change: "Correct a replication; another origin or day needs another confirmation",
    read: "A replication with its confirmation, answers, evidence and log",
    file: "A file of a replication's evidence: a link good for some minutes",
  },
} as const;

const entered = { id: randomId("record.id.invalid"), unit: reference("record.unit.unknown", 60) };
const changed = {
  version,
  withdrawn: v.boolean("field.invalid"),
  why: optionalProse("record.why", 500),
};
const EnterBody = v.strictObject({ ...entered, form: v.unknown() });
const ChangeBody = v.strictObject({ ...changed, form: v.unknown() });

const belowQuery = v.optional(v.picklist(["0", "1"], "field.invalid"), "0");

export function recordRoutes(kind: RecordKind) {
  const { form, view, list } = schemas[kind];
  const said = summaries[kind];
  const query = {
    unit: "The unit",
    below: "`1` adds the units below it",
    ...(kind === "activity" ? { year: "The year" } : {}),
    cursor: "The cursor of the page before",
  };
  return new Hono<Env>()
    .get("/", describe("activity.read", said.list, list, { query }), async (c) =>
      c.json(await listRecords(c, kind)),
    )
    .post(
      "/",
      describe("activity.write", said.enter, view, {
        status: 201,
        body: v.strictObject({ ...entered, form }),
      }),
      async (c) => {
        const input = await readJson(c);
        const { unit, responsible } = await findResponsible(c, unitIn(input));
        authoriseStaff(c, "activity.write", { units: responsible });
        const body = parseAs(`${kind}.invalid`, EnterBody, input);
        const head = { id: body.id, unit: unit.id };
        const { store } = c.var.deps;
        const before = await store.activities.get(kind, head.id);
        if (before && before.unit !== head.unit) throw new Problem(`${kind}.taken`);
        const origin = await lookUp(c, kind, body.form);
        const context = { ...(await readContext(c)), origin: origin.found };
        const change = { withdrawn: false, why: "" };
        const written = writers[kind]({ form: body.form, head, before: before as never, change, context });
        // `written` is null for a retry.
        if (before && written) throw new Problem(`${kind}.taken`);
        if (written) await store.activities.save(kind, written, null, origin.models);
        return c.json(await viewRecord(c, kind, head.id), 201);
      },
    )
    .get("/:id", describe("activity.read", said.read, view), async (c) => {
      const { record } = await openRecord(c, kind, "activity.read");
      return c.json(await viewRecord(c, kind, record.id));
    })
    .put(
      "/:id",
      describe("activity.write", said.change, view, { body: v.strictObject({ ...changed, form }) }),
      async (c) => {
        const { record: before } = await openRecord(c, kind, "activity.write");
        const body = parseAs(`${kind}.invalid`, ChangeBody, await readJson(c));
        const { withdrawn, why } = body;
        if (withdrawn && !before.withdrawn && why === "")
          throw new Problem(`${kind}.invalid`, [{ pointer: "/why", code: "record.why.required" }]);
        const origin = await lookUp(c, kind, body.form);
        const context = { ...(await readContext(c)), origin: origin.found };
        const asked = { form: body.form, head: before, before: before as never, context };
        const written = writers[kind]({ ...asked, change: { withdrawn, why } });
        // `written` is null for a retry, even with an outdated version.
        if (written) {
          if (body.version !== before.version) throw new Problem("version.conflict");
          const { models } = origin;
          const others = models.filter(({ id }) => id !== before.id);
          await c.var.deps.store.activities.save(kind, written, before, others);
        }
        return c.json(await viewRecord(c, kind, before.id));
      },
    )
    .get(
      "/:id/evidence/:file",
      describe("activity.read", said.file, DownloadView, { redirects: true }),
      async (c) => {
        const { record } = await openRecord(c, kind, "activity.read");
        const wanted = record.evidence.filter(({ id }) => id === c.req.param("file"));
        const [file] = (await viewAttachments(c, wanted)).filter(({ state }) => state === "clean");
        if (!file) throw new Problem("upload.notFound");
        return answerDownload(c, { file });
      },
    );
}

async function lookUp(c: Ctx, kind: RecordKind, form: unknown): Promise<OriginLookup> {
  if (kind === "activity") return noOrigin;
  return findOrigin(c, originIn(form, kind === "model" ? "replicatedFrom" : "of"));
}

async function listRecords(c: Ctx, kind: RecordKind) {
  const { unit, path, responsible } = await findResponsible(c, c.req.query("unit"));
  authoriseStaff(c, "activity.read", { units: responsible });
  const { store, clock } = c.var.deps;
  const today = dayOf(clock());
  const Asked = v.object({
    below: belowQuery,
    year: kind === "activity" ? year : v.optional(v.unknown()),
    cursor,
  });
  const asked = readQuery(Asked, c.req.query());
  const below = asked.below === "1";
  const ofYear = Number(asked.year ?? 0);
  const units = await store.directory.units();
  const page = await store.activities.page(kind, { path, below, year: ofYear }, asked.cursor, listed);
  return {
    unit: { id: unit.id, name: unit.name },
    below,
    ...(kind === "activity" ? { year: ofYear } : {}),
    items: page.items.map((item) => ({ ...item, unitName: units.get(item.unit)?.name ?? item.unit })),
    cursor: page.cursor,
    writes: may(staffViewer(c.var.session), "activity.write", { units: responsible }),
    today,
  };
}
