import { createHash } from "node:crypto";
import { type Activity, enterActivity, parseActivity } from "#core/activities/activity.ts";
import { enterModel, type Model, parseModel } from "#core/activities/model.ts";
import type { RecordContext, RecordKind, Written } from "#core/activities/record.ts";
import { enterReplication, parseReplication } from "#core/activities/replication.ts";
import { confirmReplication } from "#core/activities/replication-steps.ts";
import { addModelCheck } from "#core/activities/yearly-check.ts";
import { addDays, dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { isValidOn, type Unit } from "#core/units/unit.ts";
import type { RecordOf } from "../../functions/store/activities/records.ts";
import type { Store } from "../../functions/store/store.ts";
import { launches, models, outreach } from "./pools/activities.ts";
import { createRandom, type Random } from "./random.ts";
import { isCommune } from "./units.ts";

const demo = "Dữ liệu minh họa.";
const communes = 12;
/** Commune whose staff have accounts in the example. */
const shownCommune = "xa-dien-khanh";

/** Idempotent. */
export async function enterActivities(
  store: Store,
  { seed, now }: { seed: string; now: string },
): Promise<void> {
  const units = await store.units.now();
  const today = dayOf(now);
  const stamp = { by: { id: "minh-hoa", name: "Dữ liệu minh họa" }, at: now };
  const context: RecordContext = { units, stamp, today };
  const random = createRandom(`${seed}/activities`);
  const idOf = (name: string) =>
    createHash("sha256").update(`${seed}/${name}`).digest().subarray(0, 16).toString("base64url");
  const keep = async <K extends RecordKind>(kind: K, ...writes: Written<RecordOf<K>>[]) => {
    let before: RecordOf<K> | null = null;
    for (const written of writes) {
      try {
        await store.activities.save(kind, written, before);
      } catch (error) {
        if (error instanceof Problem && error.code === "version.conflict") return;
        throw error;
      }
      before = written.record;
    }
  };
  const built: Model[] = [];
  const chosen = [...units.values()]
    .filter((unit) => isCommune(unit) && isValidOn(unit, today))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const shown = chosen.filter(({ id }) => id === shownCommune);
  for (const unit of [...shown, ...random.some(chosen, communes)]) {
    for (const [n, form] of planActivities(unit, today, random).entries()) {
      const head = { id: idOf(`activity/${unit.id}/${n}`), unit: unit.id };
      await keep("activity", enterActivity(parseActivity(form, unit.id, context), head, context));
    }
    for (const [n, plan] of random.some(models, random.between(2, 5)).entries()) {
      const head = { id: idOf(`model/${unit.id}/${n}`), unit: unit.id };
      const writes = buildModel(plan, head, context, random, built);
      await keep("model", ...writes);
      built.push(writes.at(-1)?.record as Model);
    }
  }
  for (const [n, unit] of [...shown, ...random.some(chosen, communes)].entries()) {
    const origin = random.pick(built);
    if (origin.unit === unit.id) continue;
    const of = { kind: "model", id: origin.id } as const;
    const found = { ...of, title: origin.name, unit: origin.unit, usable: true, chain: [] };
    const form = {
      of,
      startedOn: startOf(unit, today, random.between(20, 200)),
      description: "Học cách làm, vận động các hộ cùng thực hiện tại các thôn.",
      effect: random.chance(0.5) ? "Đường làng sạch hơn, Nhân dân đồng tình." : "",
      evidence: [],
      note: demo,
    };
    const head = { id: idOf(`replication/${unit.id}/${n}`), unit: unit.id };
    const around = { ...context, origin: found };
    const entered = enterReplication(parseReplication(form, head, around, null), head, around);
    const confirmed = random.chance(0.6) ? confirmReplication(entered.record, context) : null;
    await keep("replication", entered, ...(confirmed ? [confirmed] : []));
  }
}

function startOf(unit: Unit, today: string, daysAgo: number): string {
  const on = addDays(today, -daysAgo);
  return unit.validFrom !== null && on < unit.validFrom ? unit.validFrom : on;
}

function planActivities(unit: Unit, today: string, random: Random): Partial<Activity>[] {
  const empty = { sessions: null, participants: null, articles: null, broadcasts: null } as const;
  const shared = { ...empty, content: "", audience: "", evidence: [], note: demo };
  const from = startOf(unit, today, random.between(150, 300));
  const launch = {
    ...shared,
    kind: "launch",
    from,
    to: from,
    title: random.pick(launches),
    forms: ["meeting"],
    participants: random.between(40, 140),
    organisations: random.between(8, 30),
    hamlets: random.between(5, 14),
  } as const;
  const others = random.some(outreach, random.between(3, 5)).map(({ title, forms, participants }) => {
    const on = startOf(unit, today, random.between(5, 280));
    const is = (form: string) => (forms as readonly string[]).includes(form);
    return {
      ...shared,
      kind: "outreach" as const,
      from: on,
      to: on,
      title,
      forms: [...forms],
      audience: "Cán bộ, đoàn viên, hội viên và Nhân dân",
      sessions: is("meeting") || is("clubSession") ? random.between(1, 6) : null,
      participants: participants === null ? null : participants + random.between(0, 40),
      articles: is("webPage") || is("socialMedia") ? random.between(1, 9) : null,
      broadcasts: is("broadcast") ? random.between(4, 40) : null,
      organisations: null,
      hamlets: null,
    };
  });
  return [{ ...launch, forms: [...launch.forms] }, ...others];
}

function buildModel(
  { name, type, field }: (typeof models)[number],
  head: { id: string; unit: string },
  context: RecordContext,
  random: Random,
  earlier: readonly Model[],
): Written<Model>[] {
  const foundedOn = addDays(context.today, -random.between(60, 1_000));
  const hamlet = random.between(1, 9);
  const total = random.between(60, 240);
  const similar = earlier.find((each) => each.type === type);
  const origin = similar && random.chance(0.5) ? similar : null;
  const form = {
    ...{ name: `${name} thôn ${hamlet}`, type, field, area: `Thôn ${hamlet}` },
    foundingNumber: `${random.between(5, 90)}/QĐ-MTTQ`,
    foundedOn,
    launchedOn: random.chance(0.85) ? addDays(foundedOn, random.between(5, 40)) : null,
    endedOn: null,
    householdsSigned: Math.round(total * (0.6 + 0.4 * random.next())),
    householdsTotal: total,
    managers: `Ban công tác Mặt trận thôn ${hamlet}`,
    rules: random.chance(0.8),
    pilot: random.chance(0.2),
    selfManaged: random.chance(0.6),
    replicatedFrom: origin && { kind: "model", id: origin.id },
    evidence: [],
    note: demo,
  };
  const found = origin && {
    kind: "model" as const,
    id: origin.id,
    title: origin.name,
    unit: origin.unit,
    usable: true,
    chain: [],
  };
  const parsed = parseModel(form, head, { ...context, origin: found }, null);
  const writes = [enterModel(parsed, head, context)];
  const launched = Number((form.launchedOn ?? "9999").slice(0, 4));
  for (let year = launched; year < Number(context.today.slice(0, 4)); year++) {
    const before = writes.at(-1)?.record as Model;
    const check = {
      year,
      on: `${year}-12-20`,
      by: "Ủy ban MTTQ Việt Nam xã",
      maintained: random.chance(0.9),
      note: "",
    };
    if (check.on < (form.launchedOn ?? "")) continue;
    const checked = addModelCheck(before, check, context);
    if (checked) writes.push(checked);
  }
  return writes;
}
