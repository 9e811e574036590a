import * as v from "valibot";
import { randomId, version } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import type { CommendationDecision, CommendationState } from "#core/commendation/decision.ts";
import { CommendationId } from "#core/commendation/ids.ts";
import { isSameAct, type SameNumber } from "#core/commendation/same-number.ts";
import type { CommendationWrite, Step } from "#core/commendation/step.ts";
import { countLines, totalMoney } from "#core/commendation/sums.ts";
import { type Action, may } from "#core/staff/access.ts";
import { rootsOf } from "#core/units/tree.ts";
import { reachOf, type Unit } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, staffViewer } from "../context.ts";
import { readJson } from "../middleware/body.ts";
import { stampOf } from "../staff/record.ts";
import type { CommendationLinesWrittenView, CommendationLogView, CommendationView } from "./views.ts";

export type CommendationAction = Extract<Action, `commendation.${string}`>;

/** Id that the client draws for a change; it identifies a retry. */
export const request = randomId("commendation.request.invalid");

export const change = { version, request };

/** Units responsible for a unit's decisions: its path, and successors of an ended unit. */
export function answerFor(units: ReadonlyMap<string, Unit>, unit: string, path: readonly string[]) {
  return units.has(unit) ? reachOf(units, unit) : [...path];
}

/** Throws `commendation.notFound` or a refusal. */
export async function openCommendation(c: Ctx, action: CommendationAction): Promise<CommendationDecision> {
  const { session, deps } = c.var;
  if (!session) throw new Problem("session.missing");
  const id = c.req.param("id") ?? "";
  const found = v.is(CommendationId, id) ? await deps.store.commendations.get(id) : null;
  if (!found) throw new Problem("commendation.notFound");
  const units = await deps.store.directory.units();
  authoriseStaff(c, action, { units: answerFor(units, found.unit, found.path) });
  return found;
}

export async function readableDecisions(
  c: Ctx,
  ids: readonly string[],
): Promise<Map<string, CommendationDecision>> {
  const { store } = c.var.deps;
  const [units, decisions] = await Promise.all([store.directory.units(), store.commendations.byId(ids)]);
  const reads = ({ unit, path }: CommendationDecision) =>
    may(staffViewer(c.var.session), "commendation.read", { units: answerFor(units, unit, path) });
  return new Map([...decisions].filter(([, decision]) => reads(decision)));
}

/** Throws `commendation.invalid`. */
export const readChange = async <S extends v.GenericSchema>(c: Ctx, schema: S): Promise<v.InferOutput<S>> =>
  parseAs("commendation.invalid", schema, await readJson(c));

export const stepOf = (c: Ctx, body: { request: string }): Step => ({
  ...stampOf(c),
  request: body.request,
});

/**
 * Returns the new decision and the numbers of affected lines; a retry gets the first result. Throws
 * `version.conflict`.
 */
export async function saveStep(
  c: Ctx,
  before: CommendationDecision,
  body: { version: number; request: string },
  step: () => CommendationWrite | null | Promise<CommendationWrite | null>,
): Promise<{ decision: CommendationDecision; lines: number[] }> {
  const { commendations } = c.var.deps.store;
  if (body.version !== before.version) return replay(c, before, body);
  const write = await step();
  if (!write) return { decision: before, lines: [] };
  try {
    await commendations.save(write);
    return { decision: write.after, lines: write.entry.lines };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "version.conflict") throw error;
    const now = await commendations.get(before.id);
    return replay(c, now ?? before, body);
  }
}

/** Returns the first result for a retry. Throws `version.conflict` for any other request. */
async function replay(c: Ctx, decision: CommendationDecision, body: { version: number; request: string }) {
  const entry = await c.var.deps.store.commendations.entry(decision.id, body.version + 1);
  if (entry?.request !== body.request) throw new Problem("version.conflict");
  return { decision, lines: entry.lines };
}

const totalOf = ({ sums, line, level, signedOn }: CommendationDecision, today: string) =>
  totalMoney(sums, { line, level, on: signedOn ?? today });

/** Issued decisions of the same body, number and day. */
export async function findSameNumber(
  c: Ctx,
  decision: CommendationDecision,
  form: { number: string; signedOn: string },
): Promise<SameNumber[]> {
  const { store } = c.var.deps;
  const units = await store.directory.units();
  const found = await store.commendations.ofNumber(rootsOf(units, decision.unit), form);
  return found
    .filter((other) => other.id !== decision.id && isSameAct({ ...decision, ...form }, other))
    .map(({ unit }) => ({ unit, unitName: units.get(unit)?.name ?? unit }));
}

const pageOfLog = 50;
/** Maximum lines of an entry whose names are read. */
const mostNamed = 3;

/** Returns the last entries before entry `before`, and the cursor of the entries before them. */
export async function readLogPage(c: Ctx, id: string, before: number | null): Promise<CommendationLogView> {
  const { commendations } = c.var.deps.store;
  const log = await commendations.logBefore(id, before, pageOfLog);
  const numbers = log.flatMap(({ lines }) => (lines.length <= mostNamed ? lines : []));
  const lines = await commendations.linesOf(id, numbers);
  const logged = lines.filter(({ erased }) => !erased).map(({ n, name }) => ({ n, name }));
  const first = log[0]?.n ?? 1;
  return { log, logged, before: first > 1 ? first : null };
}

export async function viewCommendation(c: Ctx, decision: CommendationDecision): Promise<CommendationView> {
  const { store, clock } = c.var.deps;
  const today = dayOf(clock());
  const [units, page] = await Promise.all([store.directory.units(), readLogPage(c, decision.id, null)]);
  const reach = answerFor(units, decision.unit, decision.path);
  const mayIn = (action: CommendationAction, ...states: CommendationState[]) =>
    (states.length === 0 || states.includes(decision.state)) &&
    may(staffViewer(c.var.session), action, { units: reach });
  return {
    decision,
    unit: { id: decision.unit, name: units.get(decision.unit)?.name ?? decision.unit },
    count: countLines(decision.sums),
    total: totalOf(decision, today),
    log: page.log,
    logged: page.logged,
    logBefore: page.before,
    may: {
      change: mayIn("commendation.write", "proposed"),
      issue: mayIn("commendation.issue", "proposed"),
      correct: mayIn("commendation.issue", "issued", "cancelled"),
      cancel: mayIn("commendation.issue", "issued"),
      withdraw: mayIn("commendation.write", "proposed"),
      erase: mayIn("commendation.erase"),
    },
    today,
  };
}

export const viewWritten = (
  c: Ctx,
  { decision, lines }: { decision: CommendationDecision; lines: number[] },
): CommendationLinesWrittenView => ({
  decision,
  count: countLines(decision.sums),
  total: totalOf(decision, dayOf(c.var.deps.clock())),
  lines,
});
