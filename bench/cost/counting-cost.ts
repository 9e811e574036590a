import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { figurePartition } from "../../functions/store/keys.ts";
import { countedInitiative } from "../../test/support/counted.ts";
import { buildInitiative, buildTransition } from "../../test/support/submissions.ts";
import { province } from "../../test/support/units.ts";
import type { BenchSystem } from "../bench-system.ts";
import { type Row, round } from "../row.ts";
import { measureUnits } from "./cost-units.ts";
import type { StepName } from "./measured.ts";

const moves: Move[] = ["accept", "propose", "recognise"];
/** Steps without drafts and files. */
const life: StepName[] = ["submit", "moves", "fold", "heads", "receipts"];
const communes = 65;
/** Batch size in infra/figures.ts. */
const batchSize = 100;
const batches = 20;
/** DynamoDB's limit of write units for one partition key. */
const unitsASecond = 1_000;
const backlog = { records: 50_000, minutes: 15 };

export async function measureCounting(system: BenchSystem): Promise<Row[]> {
  const { steps } = await measureUnits(system);
  const alone = life.reduce((sum, name) => sum + steps[name].writes, 0);
  const versions = livesInProvince();
  const aggregated = [];
  for (const step of versions) {
    const from = performance.now();
    const measured = await system.measure(async () => {
      for (let at = 0; at < step.length; at += batchSize)
        await system.store.figures.aggregate(step.slice(at, at + batchSize).map(countedInitiative));
    });
    aggregated.push({ ...measured, seconds: (performance.now() - from) / 1000 });
  }
  const count = batches * batchSize;
  const inBatches = aggregated.reduce((sum, { writeUnits }) => sum + writeUnits, 0) / count;
  const [submitted] = aggregated;
  if (!submitted) throw new Error("nothing was counted");
  const ofProvince = submitted.written.filter((pk) => pk === figurePartition(province.id)).length * 2;
  const transactions = submitted.requests.filter((request) => request.startsWith("Transact")).length;
  const perSecond = (unitsASecond * count) / ofProvince;
  const measured = count / submitted.seconds;
  const needed = backlog.records / (backlog.minutes * 60);
  const inDetail = life.map((name) => `${name} ${steps[name].writes}`).join(", ");
  return [
    {
      what: "an initiative's life alone: write units",
      measured: `${alone} (${inDetail})`,
      beside: "at most 240",
      reached: alone <= 240,
    },
    {
      what: `its life in batches of ${batchSize} over ${communes} communes: write units`,
      measured: `${round(alone - steps.fold.writes + inBatches)} (fold ${round(inBatches)})`,
      beside: "at most 190",
      reached: alone - steps.fold.writes + inBatches <= 190,
    },
    {
      what: `submissions a second that the province's partition key allows`,
      measured: `${round(perSecond, 0)} (${round(ofProvince / batches)} units and ${round(transactions / batches)} transactions a batch)`,
      beside: "at least 60",
      reached: perSecond >= 60,
    },
    {
      what: "submissions counted a second by DynamoDB Local",
      measured: round(measured, 0),
      beside: `${round(needed, 0)} empty a backlog of ${backlog.records.toLocaleString("en")} in ${backlog.minutes} minutes`,
      reached: null,
    },
  ];
}

function livesInProvince(): FormInitiative[][] {
  const begun = Array.from({ length: batches * batchSize }, (_, n) => {
    const commune = `xa-${1 + (n % communes)}`;
    return { ...buildInitiative(), unit: commune, path: [commune, province.id] };
  });
  const steps = [begun];
  for (const move of moves)
    steps.push((steps.at(-1) ?? []).map((before, n) => buildTransition(before, move, n + 1).initiative));
  return steps;
}
