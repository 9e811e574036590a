import type { Measured, StepName } from "./measured.ts";
import { addUsage, type Usage } from "./prices.ts";
import { type CostTemplate, metricsInUse, restingUsage } from "./resting.ts";
import { traffic } from "./traffic.ts";

const of = (name: keyof typeof traffic): number => traffic[name].value;

const times: Record<StepName, number> = {
  ...{ prove: 1, submit: 1, moves: 1, fold: 1, heads: 1, receipts: 1 },
  draft: of("drafts"),
  upload: of("attachments"),
  follow: of("visits"),
  campaigns: of("visits") * (of("requestsAVisit") - 1),
  inbox: of("inboxPages"),
  dossier: of("dossierReads"),
  dashboard: of("dashboards"),
  library: of("libraryPages"),
};
const steps = Object.keys(times) as StepName[];

const handlers: Record<StepName, string> = {
  ...{
    prove: "publicApi",
    submit: "publicApi",
    draft: "publicApi",
    upload: "publicApi",
    follow: "publicApi",
  },
  ...{ campaigns: "publicApi", library: "publicApi" },
  ...{ moves: "staffApi", inbox: "staffApi", dossier: "staffApi", dashboard: "staffApi" },
  ...{ fold: "fold", heads: "fold", receipts: "receipts" },
};
const entries: Record<string, string> = {
  publicApi: "functions/api/public-lambda.handler",
  staffApi: "functions/api/staff-lambda.handler",
  fold: "functions/figures/lambda.handler",
  receipts: "functions/notices/lambda.handler",
};
/** Memory (MB) at which Lambda gives one whole CPU. */
const wholeProcessor = 1769;

function memoryOf(templates: readonly CostTemplate[], entry: string): number {
  for (const { Resources } of templates)
    for (const { Properties } of Object.values(Resources))
      if (Properties?.Handler === entry) return Number(Properties.MemorySize);
  throw new Error(`no function ${entry}`);
}

const inTemplates = (templates: readonly CostTemplate[], type: string) =>
  templates.some(({ Resources }) => Object.values(Resources).some(({ Type }) => Type === type));

function usageOf(
  templates: readonly CostTemplate[],
  measured: Measured,
  initiatives: number,
  kept: number,
): Usage {
  const sum = (figure: (name: StepName) => number) =>
    steps.reduce((total, name) => total + times[name] * figure(name), 0) * initiatives;
  const uploads = of("attachments") * initiatives;
  const isCall = (name: StepName) => ["publicApi", "staffApi"].includes(handlers[name]);
  const apiCalls = sum((name) => (isCall(name) ? measured.steps[name].calls : 0));
  const dispatched = times.receipts * measured.steps.receipts.calls * initiatives;
  const runs = sum((name) => (name === "heads" ? 0 : measured.steps[name].calls)) + uploads + dispatched;
  const seconds = sum((name) => {
    const memory = memoryOf(templates, entries[handlers[name]] ?? "");
    return (
      (measured.steps[name].milliseconds / 1000) * Math.max(1, wholeProcessor / memory) * (memory / 1024)
    );
  });
  const fileRequests = of("visits") * measured.visit.requests * initiatives;
  const logGigabytes = (runs * of("logBytes")) / 1e9;
  const objectWrites = uploads * 3 + initiatives;
  const objectReads = uploads * 3 + initiatives;
  const tableGigabytes = (kept * measured.bytes.table) / 1e9;
  const fileGigabytes =
    (kept * (of("attachments") * of("attachmentMegabytes") * 1000 + of("receiptKilobytes"))) / 1e6;
  const accessLogGigabytes = (12 * (objectWrites + objectReads) * of("accessLogBytes")) / 1e9;
  return {
    tableWrites: sum((name) => measured.steps[name].writes),
    tableReads: sum((name) => measured.steps[name].reads),
    tableStorage: tableGigabytes + (kept * measured.bytes.indexes) / 1e9,
    tableRecovery: tableGigabytes,
    backupStorage: inTemplates(templates, "AWS::Backup::BackupPlan") ? 35 * tableGigabytes : 0,
    functionTime: seconds + runs * of("coldStarts") * of("coldSeconds"),
    functionCalls: runs,
    gatewayCalls: apiCalls,
    objectStorage: fileGigabytes + accessLogGigabytes,
    objectWrites,
    objectReads,
    logIntake: logGigabytes,
    logStorage: 12 * logGigabytes,
    traces: runs,
    edgeBytes: (of("visits") * measured.visit.bytes * initiatives + apiCalls * 4_000) / 1e9,
    edgeCalls: apiCalls + fileRequests,
    edgeFunctions: apiCalls + fileRequests,
    queueCalls: (uploads + dispatched) * 3,
    // Estimated bucket events of an upload and of its later removal.
    events: uploads * 6,
    mail: of("letters") * initiatives,
    scans: uploads,
    scanBytes: (uploads * of("attachmentMegabytes")) / 1000,
    firewallCalls: inTemplates(templates, "AWS::WAFv2::WebACL") ? apiCalls + fileRequests : 0,
  };
}

export function monthOf(
  templates: readonly CostTemplate[],
  measured: Measured,
  initiativesAYear: number,
  shareOfYear = 1 / 12,
): Usage {
  const resting = restingUsage(templates);
  if (initiativesAYear === 0) return resting;
  const asked = usageOf(
    templates,
    measured,
    initiativesAYear * shareOfYear,
    initiativesAYear * of("yearsKept"),
  );
  const people = of("staffForEach") * initiativesAYear;
  return { ...addUsage(resting, asked), metrics: metricsInUse(), people };
}
