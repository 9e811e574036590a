import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { compareReports } from "#core/report/difference.ts";
import {
  dismiss,
  keepSigned,
  moveReport,
  openWarnings,
  writeSigning,
  writeTexts,
} from "#core/report/lifecycle.ts";
import type { EarlierEdition, ReportRecord } from "#core/report/record.ts";
import {
  DismissalForm,
  MoveForm,
  reportId,
  SignedForm,
  SigningForm,
  TextsForm,
} from "#core/report/record.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { DownloadView } from "../jobs/views.ts";
import { readJson } from "../middleware/body.ts";
import { readQuery } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { changeReport } from "./change.ts";
import { answerReportFile, findReport, readKept, readSum, viewReport } from "./record.ts";
import {
  ReportDifferenceView,
  ReportEditionView,
  ReportListView,
  type ReportSummary,
  ReportView,
} from "./views.ts";

export const unitReports = new Hono<Env>().get(
  "/:unit/reports",
  describe("report.read", "A unit's reports, the latest period first", ReportListView),
  async (c) => {
    const { unit, reach } = await findUnit(c, c.req.param("unit"));
    authoriseStaff(c, "report.read", { units: reach });
    const records = await c.var.deps.store.reports.list(unit.id);
    return c.json<ReportListView>({
      unit: { id: unit.id, name: unit.name },
      reports: records.map(summariseReport),
      may: may(staffViewer(c.var.session), "report.edit", { units: reach }) ? ["edit"] : [],
    });
  },
);

function summariseReport(record: ReportRecord): ReportSummary {
  const { unit, from, to, edition, state, layout, issue, made } = record;
  const warningsLeft = openWarnings(record).length;
  return { unit, from, to, edition, state, layout, issue, madeAt: made?.at ?? null, warningsLeft };
}

const edition = v.pipe(
  v.string("query.required"),
  v.regex(/^[1-9]\d{0,4}$/, "field.invalid"),
  v.transform(Number),
);

export const reports = new Hono<Env>()
  .get("/:unit/:from/:to", describe("report.read", "A report as it stands", ReportView), async (c) => {
    const found = await findReport(c, "report.read");
    return c.json(await viewReport(c, found));
  })
  .put(
    "/:unit/:from/:to/texts",
    describe("report.edit", "Write the parts of a draft that people write", ReportView, { body: TextsForm }),
    async (c) => {
      const found = await findReport(c, "report.edit");
      const { version, texts } = parseAs("report.invalid", TextsForm, await readJson(c));
      const says = (record: ReportRecord) => canonicalJson(record.texts) === canonicalJson(texts);
      return changeReport(c, found, { version, did: "texts", says }, (record, stamp) =>
        // Saving unchanged texts marks them as reviewed.
        says(record) && record.textsFrom === null ? null : writeTexts(record, texts, stamp),
      );
    },
  )
  .put(
    "/:unit/:from/:to/signing",
    describe("report.edit", "Say who signs a draft and who gets it", ReportView, { body: SigningForm }),
    async (c) => {
      const found = await findReport(c, "report.edit");
      const { version, signing } = parseAs("report.invalid", SigningForm, await readJson(c));
      const says = (record: ReportRecord) => canonicalJson(record.signing) === canonicalJson(signing);
      return changeReport(c, found, { version, did: "signing", says }, (record, stamp) =>
        says(record) ? null : writeSigning(record, signing, stamp),
      );
    },
  )
  .put(
    "/:unit/:from/:to/signed",
    describe("report.approve", "Keep the signed PDF of an edition", ReportView, { body: SignedForm }),
    async (c) => {
      const found = await findReport(c, "report.approve");
      const { version, file } = parseAs("report.invalid", SignedForm, await readJson(c));
      const sum = await readSum(c, file);
      const says = ({ signed }: ReportRecord) => signed?.id === file.id;
      const claims = [{ file, owner: `report:${reportId(found.record)}` as const }];
      return changeReport(c, found, { version, did: "sign", says, claims }, (record, stamp) =>
        says(record) ? null : keepSigned(record, { ...file, sum }, stamp),
      );
    },
  )
  .put(
    "/:unit/:from/:to/dismissals",
    describe(
      "report.edit",
      "Dismiss a warning with a reason, or, with null for the reason, take that back",
      ReportView,
      { body: DismissalForm },
    ),
    async (c) => {
      const found = await findReport(c, "report.edit");
      const { version, warning, reason } = parseAs("report.invalid", DismissalForm, await readJson(c));
      const says = ({ dismissals }: ReportRecord) =>
        (dismissals.find((each) => each.warning === warning)?.reason ?? null) === reason;
      const did = reason === null ? "takeBack" : "dismiss";
      return changeReport(c, found, { version, did, says }, (record, stamp) =>
        dismiss(record, warning, reason, stamp),
      );
    },
  )
  .post(
    "/:unit/:from/:to/moves",
    describe(
      "report.approve",
      "Approve a report, give it its number and day, publish it, or begin a new edition",
      ReportView,
      { body: MoveForm },
    ),
    async (c) => {
      const found = await findReport(c, "report.approve");
      const form = parseAs("report.invalid", MoveForm, await readJson(c));
      const today = dayOf(c.var.deps.clock());
      const { version, move, number, signedOn } = form;
      const says = ({ issue }: ReportRecord) =>
        move !== "number" || (issue?.number === number && issue?.signedOn === signedOn);
      return changeReport(c, found, { version, did: move, says }, (record, stamp) =>
        moveReport(record, form, stamp, today, found.unit.validTo),
      );
    },
  )
  .get(
    "/:unit/:from/:to/editions/:edition",
    describe(
      "report.read",
      "An earlier edition of a report, which stays as it was approved",
      ReportEditionView,
    ),
    async (c) => {
      const { record, unit } = await findReport(c, "report.read");
      const earlier = findEdition(c, record);
      return c.json<ReportEditionView>({
        unit: { id: unit.id, name: unit.name },
        edition: earlier,
        model: earlier.made && (await readKept(c, earlier.made)),
      });
    },
  )
  .get(
    "/:unit/:from/:to/files/:format",
    describe("report.read", "A file of a report: a link good for some minutes", DownloadView, {
      redirects: true,
    }),
    async (c) => {
      const found = await findReport(c, "report.read");
      return answerReportFile(c, found, found.record);
    },
  )
  .get(
    "/:unit/:from/:to/editions/:edition/files/:format",
    describe("report.read", "A file of an earlier edition: a link good for some minutes", DownloadView, {
      redirects: true,
    }),
    async (c) => {
      const found = await findReport(c, "report.read");
      return answerReportFile(c, found, findEdition(c, found.record));
    },
  )
  .get(
    "/:unit/:from/:to/difference",
    describe(
      "report.read",
      "What differs between two editions: figures, texts, warnings, titles",
      ReportDifferenceView,
      { query: { from: "The earlier edition's number", to: "The later one's" } },
    ),
    async (c) => {
      const { record } = await findReport(c, "report.read");
      const asked = readQuery(v.object({ from: edition, to: edition }), c.req.query());
      const [before, after] = await Promise.all(
        [asked.from, asked.to].map((number) => {
          const made = [record, ...record.editions].find((each) => each.edition === number)?.made;
          if (!made) throw new Problem("report.notFound");
          return readKept(c, made);
        }),
      );
      if (!before || !after) throw new Problem("report.notFound");
      return c.json(compareReports(before, after));
    },
  );

function findEdition(c: Ctx, record: ReportRecord): EarlierEdition {
  const asked = readQuery(v.object({ edition }), c.req.param());
  const earlier = record.editions.find((each) => each.edition === asked.edition);
  if (!earlier) throw new Problem("report.notFound");
  return earlier;
}
