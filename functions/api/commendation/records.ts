import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";
import { Bloc, BlocForm, checkBloc } from "#core/commendation/bloc.ts";
import { CommendationId } from "#core/commendation/ids.ts";
import {
  checkNomination,
  eraseNomination,
  Nomination,
  NominationForm,
} from "#core/commendation/nomination.ts";
import {
  type AwardRecord,
  type AwardRecordKind,
  type AwardRecordWrite,
  writeRecord,
} from "#core/commendation/record.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery, year } from "../query.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import { change, stepOf } from "./record.ts";
import { BlocsView, NominationsView } from "./views.ts";

/** `version`: 0 for a new record. */
const head = { unit: reference("unit.missing", 60), ...change };
const BlocBody = v.strictObject({ ...head, form: BlocForm });
const NominationBody = v.strictObject({ ...head, form: NominationForm });
const EraseBody = v.strictObject({ unit: head.unit, ...change });

export const awardRecords = new Hono<Env>()
  .get(
    "/blocs",
    describe("commendation.read", "Ranks of a unit's emulation blocs of a year", BlocsView, {
      query: { unit: "The unit", year: "The year" },
    }),
    async (c) => {
      const asked = readQuery(v.object({ year }), { year: c.req.query("year") });
      return c.json<BlocsView>(await listRecords(c, "bloc", asked.year));
    },
  )
  .put(
    "/blocs/:id",
    describe(
      "commendation.write",
      "Enter or change the ranks of an emulation bloc; the same request again changes nothing",
      Bloc,
      { body: BlocBody },
    ),
    async (c) => {
      const opened = await openRecord(c, "bloc", "commendation.write");
      const body = parseAs("commendation.invalid", BlocBody, opened.input);
      checkBloc(body.form, dayOf(c.var.deps.clock()));
      const step = stepOf(c, body);
      return c.json<Bloc>(
        await saveRecord(c, opened, body, () => writeRecord(opened.before, opened.head, body.form, step)),
      );
    },
  )
  .get(
    "/nominations",
    describe("commendation.read", "A unit's nominations to higher levels", NominationsView, {
      query: { unit: "The unit", year: "The year; all years where it is left out" },
    }),
    async (c) => {
      const asked = readQuery(v.object({ year: v.optional(year) }), { year: c.req.query("year") });
      return c.json<NominationsView>(await listRecords(c, "nomination", asked.year ?? null));
    },
  )
  .put(
    "/nominations/:id",
    describe(
      "commendation.write",
      "Enter or change a nomination and its result; the same request again changes nothing",
      Nomination,
      { body: NominationBody },
    ),
    async (c) => {
      const opened = await openRecord(c, "nomination", "commendation.write");
      const body = parseAs("commendation.invalid", NominationBody, opened.input);
      checkNomination(body.form, dayOf(c.var.deps.clock()));
      const step = stepOf(c, body);
      return c.json<Nomination>(
        await saveRecord(c, opened, body, () => writeRecord(opened.before, opened.head, body.form, step)),
      );
    },
  )
  .post(
    "/nominations/:id/erasure",
    describe("commendation.erase", "Erase the personal data of a nomination", Nomination, {
      body: EraseBody,
    }),
    async (c) => {
      const opened = await openRecord(c, "nomination", "commendation.erase");
      const { before } = opened;
      if (!before) throw new Problem("commendation.notFound");
      const body = parseAs("commendation.invalid", EraseBody, opened.input);
      const step = stepOf(c, body);
      return c.json<Nomination>(
        await saveRecord(c, opened, body, () =>
          writeRecord(before, opened.head, eraseNomination(before), step, "erase"),
        ),
      );
    },
  );

type OfKind<K extends AwardRecordKind> = Extract<AwardRecord, { kind: K }>;

async function listRecords<K extends AwardRecordKind, Y extends number | null>(c: Ctx, kind: K, ofYear: Y) {
  const { unit, reach } = await findUnit(c, c.req.query("unit"));
  authoriseStaff(c, "commendation.read", { units: reach });
  const { store, clock } = c.var.deps;
  const mayDo = (action: "commendation.write" | "commendation.erase") =>
    may(staffViewer(c.var.session), action, { units: reach });
  return {
    unit: { id: unit.id, name: unit.name },
    year: ofYear,
    records: await store.awardRecords.ofUnit(kind, unit.id, ofYear),
    may: { write: mayDo("commendation.write"), erase: mayDo("commendation.erase") },
    today: dayOf(clock()),
  };
}

/** Checks access to the body's unit. Throws `commendation.taken` if the record belongs to another unit. */
async function openRecord<K extends AwardRecordKind>(
  c: Ctx,
  kind: K,
  action: "commendation.write" | "commendation.erase",
) {
  const input = await readJson(c);
  const { unit, path, reach } = await findUnit(c, unitIn(input));
  authoriseStaff(c, action, { units: reach });
  const id = c.req.param("id") ?? "";
  if (!v.is(CommendationId, id)) throw new Problem("commendation.notFound");
  const before = await c.var.deps.store.awardRecords.get(kind, id);
  if (before && before.unit !== unit.id) throw new Problem("commendation.taken");
  return { input, kind, before, head: { kind, id, unit: unit.id, path } as OfKind<K> };
}

interface Opened<R> {
  before: R | null;
  head: { kind: AwardRecordKind; id: string };
}

/** A retry gets the record of the first request. Throws `version.conflict`. */
async function saveRecord<R extends AwardRecord>(
  c: Ctx,
  { before, head: { kind, id } }: Opened<R>,
  body: { version: number; request: string },
  write: () => AwardRecordWrite<R> | null,
): Promise<R> {
  const { awardRecords: records } = c.var.deps.store;
  if (body.version === (before?.version ?? 0)) {
    const made = write();
    if (!made) return before as R;
    try {
      await records.save(made);
      return made.after;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "version.conflict") throw error;
    }
  }
  const entry = await records.entry(kind, id, body.version + 1);
  const now = await records.get(kind, id);
  if (entry?.request !== body.request || !now) throw new Problem("version.conflict");
  return now as R;
}
