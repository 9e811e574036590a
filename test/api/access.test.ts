import { randomBytes } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "#core/base/canonical.ts";
import { problemCodes } from "#core/base/problems.ts";
import { formOf } from "#core/campaigns/form.ts";
import { makeUploadId, uploadIdBytes } from "#core/initiatives/attachment.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { lifecycle, moves } from "#core/initiatives/lifecycle.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import { beginJob } from "#core/jobs/job.ts";
import { beginReport } from "#core/report/lifecycle.ts";
import { beginRun } from "#core/report/run.ts";
import { type Action, access, type Grant, type StaffRole } from "#core/staff/access.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { CoAuthorLinksView } from "../../functions/api/initiatives/views.ts";
import { recordKey } from "../../functions/store/keys.ts";
import {
  activityForm,
  drawRecordId,
  keepActivity,
  keepModel,
  keepReplication,
  modelForm,
  replicationForm,
} from "../support/activities.ts";
import { type Ask, createTestApi, problemOf } from "../support/api.ts";
import { commendationForm, drawRequest, keepCommendation, keepNomination } from "../support/commendations.ts";
import { declaredForm } from "../support/declared.ts";
import { buildReport, keepRequest, keepSubmission, requestForm } from "../support/report-requests.ts";
import {
  buildBody,
  buildInitiative,
  buildMoveForm,
  buildTransition,
  drawIdempotencyKey,
} from "../support/submissions.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  councilIdOf,
  councils,
  neighbour,
  neighbourCouncil,
  province,
  provinceCouncil,
  staff,
  testNow,
} from "../support/units.ts";

const api = await createTestApi();

/** A council of the same name as the commune's, at the commune beside it. */
const namesake = { ...communeCouncil, id: councilIdOf(4), unit: neighbour.id };
const otherTree = { ...province, id: "tinh-khac", code: "91", name: "Ủy ban MTTQ Việt Nam tỉnh Khác" };
const person = (id: string, grant: Grant): Staff => ({
  id,
  name: id,
  email: `${id}@example.vn`,
  grants: [grant],
  active: true,
  version: 1,
});
/** Staff who are related to the commune, its council and its province, and have no part in them. */
const others = {
  sibling: person("quan-tri-dong-xuan", { role: "administrator", unit: neighbour.id }),
  otherTree: person("quan-tri-tinh-khac", { role: "administrator", unit: otherTree.id }),
  namesake: person("thu-ky-trung-ten", { role: "secretary", unit: neighbour.id, council: namesake.id }),
  ownAdministrator: person("quan-tri-suoi-mo", { role: "administrator", unit: commune.id }),
  parentReviewer: person("can-bo-tinh", { role: "reviewer", unit: province.id }),
  parentSecretary: person("thu-ky-tinh", {
    role: "secretary",
    unit: province.id,
    council: provinceCouncil.id,
  }),
  byAnotherUnit: person("thu-ky-gia", { role: "secretary", unit: neighbour.id, council: communeCouncil.id }),
};

/** Everybody who may ask: nobody in particular, two authors, and staff of each role here and elsewhere. */
const viewers = {
  nobody: { role: "public", here: true },
  author: { role: "author", here: true },
  coAuthor: { role: "coAuthor", here: true },
  otherCoAuthor: { role: "coAuthor", here: false },
  otherAuthor: { role: "author", here: false },
  reviewer: { role: "reviewer", here: true, staff: staff.reviewer },
  neighbourReviewer: { role: "reviewer", here: false, staff: staff.neighbourReviewer },
  secretary: { role: "secretary", here: true, staff: staff.secretary },
  neighbourSecretary: { role: "secretary", here: false, staff: staff.neighbourSecretary },
  member: { role: "member", here: true, staff: staff.member },
  // The administrator of the unit above; the commune's own answers for what is the commune's, and for nothing of the province.
  administrator: { role: "administrator", here: true, staff: staff.administrator },
  ownAdministrator: { role: "administrator", here: "commune", staff: others.ownAdministrator },
  parentReviewer: { role: "reviewer", here: true, staff: others.parentReviewer },
  // Of the unit above, and of another council than the one that has the dossier.
  parentSecretary: { role: "secretary", here: "unit", staff: others.parentSecretary },
  siblingAdministrator: { role: "administrator", here: false, staff: others.sibling },
  otherTreeAdministrator: { role: "administrator", here: false, staff: others.otherTree },
  namesakeSecretary: { role: "secretary", here: false, staff: others.namesake },
  // A grant that says a council and another unit is none.
  secretaryByAnotherUnit: { role: "public", here: false, staff: others.byAnotherUnit },
} as const satisfies Record<
  string,
  {
    role: "public" | "author" | "coAuthor" | StaffRole;
    /** Everywhere, nowhere, where the place is the commune, or where no council is asked for. */
    here: boolean | "commune" | "unit";
    staff?: unknown;
  }
>;
type ViewerName = keyof typeof viewers;

/** Routes that are walked on what belongs to the province: its campaign, its requests for reports, a change among the units below it. */
const ofProvince =
  /^\w+ \/api\/(campaigns(\/tree|\/\{id\}.*)?|unit-changes|report-requests(\/draft)?|replications\/\{id\}\/confirmation)$/;
const asksOfCommune =
  /^(PUT \/api\/report-requests\/\{id\}|POST \/api\/report-requests\/\{id\}\/(closing|returns|reminders))$/;

/** What the table says of a viewer who is, or is not, of the place the resource belongs to. */
function expected(action: Action, name: ViewerName, route: string): boolean {
  const { role, here: at } = viewers[name];
  const provincial = ofProvince.test(route) || asksOfCommune.test(route);
  return access[action].some((rule) => {
    if (rule.scope === "anyone" || (action === "session.read" && "staff" in viewers[name])) return true;
    if (rule.role !== role) return false;
    const here =
      at === "commune" ? action === "report.read" || !provincial : at === "unit" ? rule.scope === "unit" : at;
    return rule.scope === "signedIn" || here;
  });
}

/** The link of the second author of a record, given out by the first. */
async function invite({ id, accessKey }: Receipt): Promise<string> {
  const response = await api.ask(`/api/initiatives/${id}/co-author-links`, {
    method: "POST",
    body: {},
    accessKey,
  });
  return ((await response.json()) as CoAuthorLinksView).links[0]?.token ?? "";
}
const tokens = new Map<string, string>();

let other: Receipt;
beforeAll(async () => {
  await api.store.directory.putUnit(otherTree);
  const kept = councils.get(communeCouncil.id);
  if (!kept) throw new Error("no council");
  await api.store.councils.save(null, { ...kept, id: namesake.id, unit: namesake.unit }, councils);
  await api.store.staff.put(...Object.values(others));
  other = await api.submitted();
  tokens.set("otherCoAuthor", await invite(other));
});

function given(name: ViewerName, receipt: Receipt | null): Ask {
  const viewer = viewers[name];
  if ("staff" in viewer) return { staff: viewer.staff };
  if (name === "nobody") return {};
  if (name === "coAuthor" || name === "otherCoAuthor")
    return { accessKey: tokens.get(`${name} ${receipt?.id}`) ?? tokens.get("otherCoAuthor") ?? "" };
  return { accessKey: name === "author" ? (receipt?.accessKey ?? other.accessKey) : other.accessKey };
}

/** How to get there, from each state that a move starts in. */
const roads: Partial<Record<string, Move[]>> = {
  registered: [],
  accepted: ["accept"],
  returned: ["return"],
  proposed: ["accept", "propose"],
  inCouncil: ["accept", "propose", "takeUp"],
  toComplete: ["accept", "propose", "takeUp", "askToComplete"],
  recognised: ["accept", "propose", "recognise"],
};

/** A record in a state, with its author's key, written past the API. */
async function recordIn(state: string, body: object = buildBody()): Promise<KeptRecord> {
  const key = drawIdempotencyKey();
  const receipt = (await (await api.submit(body, key)).json()) as Receipt;
  let initiative = await api.store.initiatives.get(receipt.id);
  for (const move of roads[state] ?? []) {
    if (initiative?.origin !== "application") throw new Error("lost");
    const number = await api.store.initiatives.nextNumber(commune.id, initiative.year);
    const transition = buildTransition(initiative, move, number);
    await api.store.initiatives.save(transition, initiative);
    initiative = transition.initiative;
  }
  return { ...receipt, version: initiative?.version ?? 0 };
}

const allowed = (status: number) => ![401, 403, 404].includes(status);

type KeptRecord = Receipt & { version: number };

const untouched = new Map<string, KeptRecord>();

/**
 * Asks on a record that was made for this purpose and that nobody has moved yet: one is made anew after each request that was let through, unless
 * it only read.
 */
async function askOnRecord(
  purpose: string,
  method: string,
  make: () => Promise<KeptRecord>,
  ask: (receipt: KeptRecord) => Promise<Response>,
): Promise<Response> {
  const receipt = untouched.get(purpose) ?? (await make());
  untouched.delete(purpose);
  const response = await ask(receipt);
  if (method === "GET" || !allowed(response.status)) untouched.set(purpose, receipt);
  return response;
}

interface Route {
  /** As OpenAPI names it. */
  name: string;
  run: (action: Action, name: ViewerName) => Promise<Response>;
}

const plain = (method: string, path: string, ask = path): Route => ({
  name: `${method} ${path}`,
  run: async (_, name) => api.ask(ask, { method, ...given(name, null) }),
});

/** A route on a record of its own in a state; a text as its body is a form to which the asker's key is added. */
const onRecord = (name: string, state: string, body?: unknown): Route => ({
  name,
  run: async (action, viewer) => {
    const [method = "", path = ""] = name.split(" ");
    const make = () => recordIn(state);
    return askOnRecord(`${name} ${action}`, method, make, async (receipt) => {
      if (viewer === "coAuthor") tokens.set(`coAuthor ${receipt.id}`, await invite(receipt));
      const ask = given(viewer, receipt);
      const form = typeof body === "string";
      return api.ask(path.replace("{id}", receipt.id).replace("{author}", "1"), {
        ...ask,
        method,
        ...(body === undefined ? {} : { body: form ? `${body}${ask.accessKey ?? ""}` : body }),
        ...(form ? { headers: { "content-type": "application/x-www-form-urlencoded" } } : {}),
      });
    });
  },
});

/** An export of a unit, kept past the API: told to the one who asked for it, in the role they have. */
async function keptJob(name: ViewerName): Promise<string> {
  const id = randomBytes(16).toString("base64url");
  const parameters = { list: "figures", format: "csv" };
  const request = { id, kind: "export", unit: commune.id, year: 2026, parameters } as const;
  const by = given(name, null).staff;
  const job = beginJob(request, { staff: by?.id ?? null, role: by?.grants[0]?.role ?? null }, testNow);
  await api.store.jobs.create({ ...job, result: `jobs/${id}/so-lieu.csv` });
  return id;
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const routes: Route[] = [
  plain("GET", "/api/health"),
  plain("GET", "/api/campaigns/open"),
  plain("GET", "/api/campaigns"),
  plain("GET", "/api/campaigns/tree", `/api/campaigns/tree?unit=${province.id}&on=2026-01-01`),
  plain("GET", "/api/campaigns/paper", `/api/campaigns/paper?unit=${commune.id}`),
  plain("GET", "/api/campaigns/{id}", "/api/campaigns/dot-2026"),
  {
    name: "POST /api/campaigns",
    run: (_, name) => {
      const form = formOf(buildCampaign());
      return api.ask("/api/campaigns", {
        method: "POST",
        body: { id: `dot-${name.toLowerCase()}`, form },
        ...given(name, null),
      });
    },
  },
  {
    name: "PUT /api/campaigns/{id}",
    run: (_, name) =>
      api.ask("/api/campaigns/dot-2026", {
        method: "PUT",
        body: { version: 0, form: {} },
        ...given(name, null),
      }),
  },
  {
    name: "POST /api/campaigns/{id}/moves",
    run: (_, name) => {
      const body = { move: "copy", version: 1, form: { id: `ban-sao-${name.toLowerCase()}`, year: 2027 } };
      return api.ask("/api/campaigns/dot-2026/moves", { method: "POST", body, ...given(name, null) });
    },
  },
  plain("GET", "/api/staff", `/api/staff?unit=${commune.id}`),
  plain("GET", "/api/staff/{id}", `/api/staff/${staff.reviewer.id}`),
  {
    name: "POST /api/staff",
    run: (_, name) => {
      const id = randomBytes(16).toString("base64url");
      const grants = [{ role: "reviewer", unit: commune.id }];
      const body = { id, email: `${id}@example.vn`, name: "Người mới", grants };
      return api.ask("/api/staff", { method: "POST", body, ...given(name, null) });
    },
  },
  {
    name: "PUT /api/staff/{id}",
    run: (_, name) => {
      const { id, grants } = staff.member;
      const body = { version: 1, form: { name: staff.member.name, grants } };
      return api.ask(`/api/staff/${id}`, { method: "PUT", body, ...given(name, null) });
    },
  },
  {
    name: "POST /api/staff/{id}/moves",
    run: (_, name) => {
      const body = { move: "inviteAgain", version: 0, form: {} };
      return api.ask(`/api/staff/${staff.reviewer.id}/moves`, { method: "POST", body, ...given(name, null) });
    },
  },
  plain("GET", "/api/documents"),
  {
    name: "POST /api/documents",
    run: (_, name) =>
      api.ask("/api/documents", {
        method: "POST",
        body: {
          unit: commune.id,
          type: "Công văn",
          symbol: "1/MTTQ-BTT",
          issuedOn: "2026-01-05",
          issuer: "Ban Thường trực",
          subject: "Về phong trào",
        },
        ...given(name, null),
      }),
  },
  plain("GET", "/api/figures/{unit}/declared", `/api/figures/${commune.id}/declared`),
  plain("GET", "/api/figures/{unit}/rolled-up", `/api/figures/${commune.id}/rolled-up?year=2026`),
  {
    name: "PUT /api/figures/{unit}/declared/{id}",
    run: (_, name) =>
      api.ask(`/api/figures/${commune.id}/declared/models.built~2019~2019`, {
        method: "PUT",
        body: { version: 0, form: declaredForm({ key: "models.built" }) },
        ...given(name, null),
      }),
  },
  plain("GET", "/api/library", "/api/library?province=tinh-kiem-thu&year=2026"),
  plain("GET", "/api/challenges/{keyHash}", `/api/challenges/${hashSecret(drawIdempotencyKey())}`),
  plain("GET", "/api/session"),
  {
    name: "DELETE /api/session",
    // A session of its own, so that nobody else is signed out.
    run: (_, name) =>
      api.ask("/api/session", { method: "DELETE", ...("staff" in viewers[name] ? {} : given(name, null)) }),
  },
  plain("GET", "/api/units"),
  plain("GET", "/api/units/{unit}", `/api/units/${commune.id}`),
  {
    name: "POST /api/unit-changes",
    run: (_, name) =>
      api.ask("/api/unit-changes?dryRun=1", {
        method: "POST",
        body: {
          id: randomBytes(16).toString("base64url"),
          version: 0,
          document: "Nghị quyết 1667/NQ-UBTVQH15",
          change: { kind: "rename", on: "2026-03-01", unit: commune.id, name: "Xã Suối Mới", code: "90001" },
        },
        ...given(name, null),
      }),
  },
  plain("GET", "/api/units/{unit}/inbox", `/api/units/${commune.id}/inbox`),
  plain("GET", "/api/units/{unit}/register/{year}", `/api/units/${commune.id}/register/2026`),
  plain("GET", "/api/councils", `/api/councils?unit=${commune.id}`),
  {
    name: "POST /api/councils",
    run: (_, name) => {
      const body = { unit: commune.id, name: `Hội đồng do ${name} lập` };
      return api.ask("/api/councils", { method: "POST", body, ...given(name, null) });
    },
  },
  {
    name: "PUT /api/councils/{council}",
    run: (_, name) =>
      api.ask(`/api/councils/${communeCouncil.id}`, {
        method: "PUT",
        body: { version: 0, form: { name: communeCouncil.name, endsOn: null } },
        ...given(name, null),
      }),
  },
  plain("GET", "/api/councils/{council}/queue/{year}", `/api/councils/${communeCouncil.id}/queue/2026`),
  plain("GET", "/api/figures/{unit}/series", `/api/figures/${commune.id}/series?from=2024&to=2026`),
  plain("GET", "/api/figures/{unit}/{year}", `/api/figures/${commune.id}/2026`),
  plain("GET", "/api/units/{unit}/jobs", `/api/units/${commune.id}/jobs`),
  {
    name: "GET /api/jobs/{id}",
    run: async (_, name) => api.ask(`/api/jobs/${await keptJob(name)}`, given(name, null)),
  },
  {
    name: "GET /api/jobs/{id}/result",
    run: async (_, name) => api.ask(`/api/jobs/${await keptJob(name)}/result`, given(name, null)),
  },
  {
    name: "POST /api/jobs",
    run: (action, name) =>
      api.ask("/api/jobs", {
        method: "POST",
        body: {
          id: randomBytes(16).toString("base64url"),
          kind: action.slice("job.begin.".length),
          unit: commune.id,
          year: 2026,
          parameters: action === "job.begin.export" ? { list: "figures", format: "csv" } : {},
        },
        ...given(name, null),
      }),
  },
  {
    name: "POST /api/uploads",
    run: (action, name) =>
      api.ask("/api/uploads", {
        method: "POST",
        body:
          action === "workbook.upload"
            ? { name: "bang.xlsx", type: workbookType, size: 9, purpose: "import" }
            : { name: "anh.png", type: "image/png", size: 9 },
        ...given(name, null),
      }),
  },
  plain("GET", "/api/uploads/{id}", `/api/uploads/${"A".repeat(22)}`),
  {
    name: "POST /api/initiatives",
    run: (action, name) => {
      const body = buildBody({ channel: action === "initiative.enterPaper" ? "paper" : "web" });
      return api.submit(body, drawIdempotencyKey(), given(name, null));
    },
  },
  {
    name: "GET /api/initiatives/{id}",
    run: (_, name) =>
      askOnRecord(
        "read",
        "GET",
        () => recordIn("inCouncil"),
        (receipt) => api.ask(`/api/initiatives/${receipt.id}`, given(name, receipt)),
      ),
  },
  onRecord("POST /api/initiatives/{id}/co-author-links", "registered", {}),
  onRecord("GET /api/initiatives/{id}/co-authors/{author}", "registered"),
  onRecord("POST /api/initiatives/{id}/co-authors/{author}", "registered", { answer: "confirmed" }),
  onRecord("GET /api/initiatives/{id}/personal-data", "registered"),
  onRecord("POST /api/initiatives/{id}/personal-data", "registered", "key="),
  onRecord("POST /api/initiatives/{id}/contact", "registered", { contact: { phone: "0987654321" } }),
  onRecord("POST /api/initiatives/{id}/name-consent", "registered", { author: 0, publishName: "" }),
  onRecord("POST /api/initiatives/{id}/files", "registered", { attachments: [] }),
  onRecord("POST /api/initiatives/{id}/erasure", "registered", { who: "contact", confirm: true }),
  {
    name: "GET /api/initiatives/{id}/receipt",
    run: (_, name) =>
      askOnRecord(
        "receipt",
        "GET",
        async () => {
          const receipt = await recordIn("inCouncil");
          await api.store.receipts.putReady(receipt.id, `receipts/${receipt.id}.pdf`);
          return receipt;
        },
        (receipt) => api.ask(`/api/initiatives/${receipt.id}/receipt`, given(name, receipt)),
      ),
  },
  {
    name: "GET /api/initiatives/{id}/attachments/{file}",
    run: async (_, name) => {
      const id = makeUploadId(testNow, "dossier", randomBytes(uploadIdBytes));
      const picture = { id, name: "anh.png", type: "image/png", size: 9 } as const;
      const receipt = await recordIn("inCouncil", { ...buildBody(), attachments: [picture] });
      await api.store.uploads.settle(id, { state: "clean", type: picture.type, size: picture.size });
      return api.ask(`/api/initiatives/${receipt.id}/attachments/${id}`, given(name, receipt));
    },
  },
  onRecord("POST /api/initiatives/{id}/decision-corrections", "inCouncil", {
    version: 1,
    form: { event: 1, decision: { number: "15/QĐ-UBND", signedOn: "2026-06-15" }, reason: "Ghi nhầm." },
  }),
  onRecord("POST /api/initiatives/{id}/access-key", "registered", { version: 1 }),
  {
    name: "POST /api/access-keys",
    run: (_, name) => {
      const body = { id: other.id, email: "anh.tuyet@example.vn" };
      return api.ask("/api/access-keys", { method: "POST", body, ...given(name, null) });
    },
  },
  {
    name: "POST /api/initiatives/{id}/moves",
    run: async (action, name) => {
      const move = action.slice("initiative.".length) as Move;
      const state = lifecycle[move].from.find((candidate) => roads[candidate]) ?? "registered";
      const form = buildMoveForm(move, buildInitiative());
      return askOnRecord(
        `move ${move}`,
        "POST",
        () => recordIn(state),
        (receipt) => api.move(receipt.id, move, receipt.version, form, given(name, receipt)),
      );
    },
  },
];

/** Routes on a request of the province that asks the commune alone. */
const onReportRequest = (name: string, body?: unknown): Route => ({
  name,
  run: async (_, viewer) => {
    const [method = "", path = ""] = name.split(" ");
    const { id } = await keepRequest(api.store, { units: [commune.id] });
    return api.ask(path.replace("{id}", id).replace("{unit}", commune.id), {
      ...given(viewer, null),
      method,
      ...(body === undefined ? {} : { body }),
    });
  },
});

/** Routes on the commune's report of a year, that nobody has made anything of yet. */
const onReport = (name: string, body?: unknown, ask?: string): Route => ({
  name,
  run: async (_, viewer) => {
    const [method = "", path = ""] = name.split(" ");
    const report = beginReport(commune.id, { from: "2026", to: "2026" }, null, null);
    if (!(await api.store.reports.get(report))) await api.store.reports.save({ ...report, version: 1 });
    const place = `/api/reports/${commune.id}/2026/2026`;
    return api.ask(ask ?? path.replace("/api/reports/{unit}/{from}/{to}", place), {
      ...given(viewer, null),
      method,
      ...(body === undefined ? {} : { body }),
    });
  },
});
const reportPath = "/api/reports/{unit}/{from}/{to}";
const unknownEdition = `/api/reports/${commune.id}/2026/2026`;

/** Routes on a run of the commune's own. */
const onRun = (name: string, body?: unknown): Route => ({
  name,
  run: async (_, viewer) => {
    const [method = "", path = ""] = name.split(" ");
    const campaign = buildCampaign({ unit: commune.id });
    const begun = { id: "2026-12-25~dot-2026", by: null, at: testNow };
    const { id } = await api.store.reportRuns.begin(beginRun(campaign, [], begun));
    return api.ask(path.replace("{unit}", commune.id).replace("{id}", id), {
      ...given(viewer, null),
      method,
      ...(body === undefined ? {} : { body }),
    });
  },
});

/** Routes on a proposed decision of the commune, with one line. */
const onCommendation = (name: string, body?: object): Route => ({
  name,
  run: async (_, viewer) => {
    const [method = "", path = ""] = name.split(" ");
    const { id, version } = await keepCommendation(api.store);
    const request = randomBytes(16).toString("base64url");
    return api.ask(path.replace("{id}", id), {
      ...given(viewer, null),
      method,
      ...(body === undefined ? {} : { body: { version, request, ...body } }),
    });
  },
});

routes.push(
  plain("GET", "/api/commendations/forms"),
  plain("GET", "/api/commendations/blocs", `/api/commendations/blocs?unit=${commune.id}&year=2026`),
  plain(
    "GET",
    "/api/commendations/nominations",
    `/api/commendations/nominations?unit=${commune.id}&year=2026`,
  ),
  plain(
    "GET",
    "/api/commendations/certificate-place",
    `/api/commendations/certificate-place?unit=${commune.id}`,
  ),
  {
    name: "PUT /api/commendations/certificate-place",
    run: (_, viewer) => {
      const body = { unit: commune.id, version: 9, place: {} };
      return api.ask("/api/commendations/certificate-place", {
        ...given(viewer, null),
        method: "PUT",
        body,
      });
    },
  },
  ...[
    "PUT /api/commendations/blocs/{id}",
    "PUT /api/commendations/nominations/{id}",
    "POST /api/commendations/nominations/{id}/erasure",
  ].map(
    (name): Route => ({
      name,
      run: async (_, viewer) => {
        const [method = "", path = ""] = name.split(" ");
        const { id } = await keepNomination(api.store);
        const body = { unit: commune.id, version: 9, request: drawRequest(), form: {} };
        return api.ask(path.replace("{id}", id), { method, body, ...given(viewer, null) });
      },
    }),
  ),
  plain("GET", "/api/commendations", `/api/commendations?unit=${commune.id}&year=2026`),
  plain("GET", "/api/commendations/awards", `/api/commendations/awards?unit=${commune.id}&name=An`),
  {
    name: "POST /api/commendations",
    run: (_, name) => {
      const id = randomBytes(16).toString("base64url");
      const body = { id, unit: commune.id, form: commendationForm };
      return api.ask("/api/commendations", { method: "POST", body, ...given(name, null) });
    },
  },
  onCommendation("GET /api/commendations/{id}"),
  onCommendation("PUT /api/commendations/{id}", { form: commendationForm }),
  onCommendation("GET /api/commendations/{id}/log"),
  onCommendation("GET /api/commendations/{id}/lines"),
  onCommendation("GET /api/commendations/{id}/warnings"),
  {
    name: "GET /api/commendations/{id}/candidates",
    run: async (_, name) => {
      const { id } = await keepCommendation(api.store);
      return api.ask(`/api/commendations/${id}/candidates?year=2026`, given(name, null));
    },
  },
  plain(
    "GET",
    "/api/commendations/awards/personal-data",
    `/api/commendations/awards/personal-data?unit=${commune.id}&name=An`,
  ),
  onCommendation("POST /api/commendations/{id}/lines", { lines: [] }),
  onCommendation("PUT /api/commendations/{id}/lines", { lines: [] }),
  onCommendation("POST /api/commendations/{id}/lines/removal", { lines: [1] }),
  onCommendation("POST /api/commendations/{id}/lines/erasure", { lines: [1] }),
  onCommendation("POST /api/commendations/{id}/lines/cancellation", { line: 1, form: {} }),
  onCommendation("POST /api/commendations/{id}/lines/corrections", { line: 1, form: {} }),
  onCommendation("POST /api/commendations/{id}/issue", {
    form: { number: "15/QĐ-UBND", signedOn: "2026-06-01", explanation: "" },
  }),
  onCommendation("POST /api/commendations/{id}/corrections", { form: {} }),
  onCommendation("POST /api/commendations/{id}/cancellation", { form: {} }),
  onCommendation("POST /api/commendations/{id}/withdrawal", { form: {} }),
  onRun("GET /api/units/{unit}/report-runs"),
  onRun("GET /api/report-runs/{unit}/{id}"),
  onRun("POST /api/report-runs/{unit}", { id: "x".repeat(22), campaign: "none" }),
  onRun("POST /api/report-runs/{unit}/{id}/tries", { version: 9 }),
  plain("GET", "/api/units/{unit}/reports", `/api/units/${commune.id}/reports`),
  onReport(`GET ${reportPath}`),
  onReport(`PUT ${reportPath}/texts`, { version: 9, texts: {} }),
  onReport(`PUT ${reportPath}/signed`, {
    version: 9,
    file: { id: "A".repeat(22), name: "a.pdf", type: "application/pdf", size: 3 },
  }),
  onReport(`PUT ${reportPath}/signing`, { version: 9, signing: { joint: null } }),
  onReport(`PUT ${reportPath}/dismissals`, { version: 9, warning: "x", reason: null }),
  onReport(`POST ${reportPath}/moves`, { version: 9, move: "approve" }),
  // What is asked for is no edition: whoever may ask is told so.
  onReport(`GET ${reportPath}/editions/{edition}`, undefined, `${unknownEdition}/editions/0`),
  {
    name: `GET ${reportPath}/files/{format}`,
    run: async (_, name) => {
      const report = buildReport(commune.id, { from: "2025", to: "2025" });
      if (!(await api.store.reports.get(report))) await api.store.reports.save({ ...report, version: 1 });
      return api.ask(`/api/reports/${commune.id}/2025/2025/files/pdf`, given(name, null));
    },
  },
  onReport(
    `GET ${reportPath}/editions/{edition}/files/{format}`,
    undefined,
    `${unknownEdition}/editions/0/files/pdf`,
  ),
  onReport(`GET ${reportPath}/difference`, undefined, `${unknownEdition}/difference?from=0&to=1`),
  plain("GET", "/api/report-requests", `/api/report-requests?unit=${commune.id}`),
  plain("GET", "/api/report-requests/draft", `/api/report-requests/draft?unit=${province.id}&year=2026`),
  {
    name: "POST /api/report-requests",
    run: (_, name) => {
      const body = { id: randomBytes(16).toString("base64url"), unit: province.id, form: requestForm };
      return api.ask("/api/report-requests", { method: "POST", body, ...given(name, null) });
    },
  },
  onReportRequest("GET /api/report-requests/{id}"),
  onReportRequest("PUT /api/report-requests/{id}", { version: 1, form: {} }),
  onReportRequest("POST /api/report-requests/{id}/closing", { version: 1 }),
  onReportRequest("GET /api/report-requests/{id}/units/{unit}"),
  {
    name: "GET /api/report-requests/{id}/units/{unit}/submissions/{n}/files/{format}",
    run: async (_, name) => {
      const request = await keepRequest(api.store, { units: [commune.id] });
      await keepSubmission(api.store, request, commune.id);
      const path = `/api/report-requests/${request.id}/units/${commune.id}/submissions/1/files/pdf`;
      return api.ask(path, given(name, null));
    },
  },
  onReportRequest("POST /api/report-requests/{id}/submissions", { unit: commune.id, edition: 1, hash: "x" }),
  onReportRequest("POST /api/report-requests/{id}/returns", { unit: commune.id, n: 1, reason: "Thiếu" }),
  onReportRequest("POST /api/report-requests/{id}/reminders", { units: [commune.id] }),
);

/** Routes on a record of the commune: an activity, a model, a replication of its neighbour's model. */
const onRecordOf = (kind: keyof typeof keepRecord, rest: string, body?: object): Route => ({
  name: rest,
  run: async (_, viewer) => {
    const [method = "", path = ""] = rest.split(" ");
    const { id } = await keepRecord[kind](api.store);
    return api.ask(path.replace("{id}", id).replace("{file}", "A".repeat(22)), {
      ...given(viewer, null),
      method,
      ...(body === undefined ? {} : { body }),
    });
  },
});
const keepRecord = { activities: keepActivity, models: keepModel, replications: keepReplication } as const;
const formOfRecord = {
  activities: activityForm(),
  models: modelForm(),
  replications: replicationForm({ kind: "model", id: "khong-co" }),
};

for (const kind of ["activities", "models", "replications"] as const)
  routes.push(
    plain("GET", `/api/${kind}`, `/api/${kind}?unit=${commune.id}&year=2026`),
    {
      name: `POST /api/${kind}`,
      run: (_, name) => {
        const body = { id: drawRecordId(), unit: commune.id, form: formOfRecord[kind] };
        return api.ask(`/api/${kind}`, { method: "POST", body, ...given(name, null) });
      },
    },
    onRecordOf(kind, `GET /api/${kind}/{id}`),
    onRecordOf(kind, `PUT /api/${kind}/{id}`, { version: 9, withdrawn: false, why: "", form: {} }),
    {
      name: `GET /api/${kind}/{id}/evidence/{file}`,
      run: async (_, name) => {
        const { id } = await keepWithFile(kind);
        return api.ask(`/api/${kind}/${id}/evidence/${fileId}`, given(name, null));
      },
    },
  );
routes.push(
  onRecordOf("models", "POST /api/models/{id}/checks", { version: 1, form: {} }),
  onRecordOf("replications", "POST /api/replications/{id}/confirmation", { version: 1 }),
  onRecordOf("replications", "POST /api/replications/{id}/answers", { version: 1, form: {} }),
  plain("GET", "/api/spread", `/api/spread?unit=${commune.id}&kind=model`),
  {
    name: "GET /api/spread/{kind}/{id}",
    run: async (_, name) => {
      const { id } = await keepModel(api.store);
      return api.ask(`/api/spread/model/${id}`, given(name, null));
    },
  },
);

/** A record with a file that passed. */
const fileId = makeUploadId(testNow, "dossier", randomBytes(uploadIdBytes));
async function keepWithFile(kind: keyof typeof keepRecord): Promise<{ id: string }> {
  const picture = { id: fileId, name: "anh.png", type: "image/png", size: 9 } as const;
  await api.store.uploads.settle(fileId, { state: "clean", type: picture.type, size: picture.size });
  const record = await keepRecord[kind](api.store);
  const item = recordKey(kindOf[kind], record.id);
  await api.table.client.send(
    new UpdateCommand({
      TableName: api.table.name,
      Key: item,
      UpdateExpression: "SET #record.evidence = :files",
      ExpressionAttributeNames: { "#record": "record" },
      ExpressionAttributeValues: { ":files": [picture] },
    }),
  );
  return record;
}
const kindOf = { activities: "activity", models: "model", replications: "replication" } as const;

for (const method of ["PUT", "GET", "DELETE"])
  routes.push({
    name: `${method} /api/drafts/{id}`,
    run: async (_, name) => {
      const path = `/api/drafts/${randomBytes(16).toString("base64url")}`;
      const writeKey = drawIdempotencyKey();
      const body = { ciphertext: "AAAA", iv: "i".repeat(16), version: 0 };
      if (method !== "PUT") await api.ask(path, { method: "PUT", body, accessKey: writeKey });
      const asked = given(name, null);
      return api.ask(path, {
        ...asked,
        method,
        ...(method === "PUT" && { body }),
        ...(method !== "GET" && { accessKey: writeKey }),
      });
    },
  });

/** Routes whose actions need no walk of their own: sign-in begins with the provider, which `test/local` walks. */
const walkedElsewhere = ["GET /api/session/sign-in", "GET /api/session/callback"];

type Operation = { "x-action"?: Action | Action[] };
const document = (await (await api.ask("/api/openapi.json")).json()) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    actions: [operation["x-action"] ?? []].flat(),
  })),
);

describe("the documentation", () => {
  it("shows every route and every refusal, and nothing unescaped", async () => {
    const page = await (await api.ask("/api/docs")).text();
    for (const { name } of operations) expect(page).toContain(`<code>${name}</code>`);
    for (const code of problemCodes) expect(page).toContain(`id="${code}"`);
    expect(page).not.toContain("<script");
  });
});

describe("every route", () => {
  it("names the row of the access table that guards it, and is walked here", () => {
    expect(operations.length).toBeGreaterThan(12);
    for (const { name, actions } of operations) {
      expect(actions, name).not.toEqual([]);
      for (const action of actions) expect(access, name).toHaveProperty([action]);
    }
    expect([...routes.map(({ name }) => name), ...walkedElsewhere].sort()).toEqual(
      operations.map(({ name }) => name).sort(),
    );
  });

  it("is in OpenAPI: none is served that is not described", () => {
    const served = api.app.routes.filter(
      ({ method, path }) =>
        method !== "ALL" && !path.includes("*") && !["/api/openapi.json", "/api/docs"].includes(path),
    );
    const described = new Set(operations.map(({ name }) => name.replaceAll(/\{(\w+)\}/g, ":$1")));
    for (const { method, path } of served) expect(described).toContain(`${method} ${path}`);
  });
});

/** The routes whose answers infra/web.ts lets the edge keep. */
const atEdge = ["GET /api/campaigns/open", "GET /api/library"];

const walk = operations
  .filter(({ name }) => !walkedElsewhere.includes(name))
  .flatMap(({ name, actions }) => actions.map((action) => ({ name, action })));

describe.each(walk)("$name as $action", ({ name, action }) => {
  const route = routes.find((candidate) => candidate.name === name);
  it.each(Object.keys(viewers) as ViewerName[])("by %s is as the table says", async (viewer) => {
    if (!route) throw new Error("not walked");
    const response = await route.run(action, viewer);
    const elsewhere = viewers[viewer].here === false && viewers[viewer].role === "administrator";
    if (elsewhere && name === "POST /api/staff") {
      // The grants of an invitation are judged one by one.
      expect((await problemOf(response)).errors.map(({ code }) => code)).toEqual(["staff.grant.outside"]);
      return;
    }
    expect(allowed(response.status), `${response.status} ${await response.clone().text()}`).toBe(
      expected(action, viewer, name),
    );
    if (allowed(response.status)) expect(response.status).toBeLessThan(500);
    // What is everybody's may lie at the edge for a minute; all else, and every refusal, nowhere.
    const kept = response.ok && atEdge.includes(name);
    expect(response.headers.get("cache-control")).toBe(kept ? "public, max-age=60" : "no-store");
  });
});

it("covers every move there is", () => {
  const walked = walk.map(({ action }) => action);
  for (const move of moves) expect(walked).toContain(`initiative.${move}`);
});

it("keeps a council's queue from another council's people", async () => {
  const response = await api.ask(`/api/councils/${neighbourCouncil.id}/queue/2026`, {
    staff: staff.secretary,
  });
  expect(response.status).toBe(403);
});

it("takes a change under a cookie from our own pages alone", async () => {
  const receipt = await recordIn("registered");
  const foreign = await api.move(
    receipt.id,
    "accept",
    1,
    {},
    { staff: staff.reviewer, headers: { origin: "https://evil.example" } },
  );
  expect(foreign.status).toBe(403);
});
