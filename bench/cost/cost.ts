import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { synthesise } from "../../infra/assembly.ts";
import { edgeRegion } from "../../infra/firewall.ts";
import type { Stage } from "../../infra/stages.ts";
import { startBenchSystem } from "../bench-system.ts";
import { measureUnits } from "./cost-units.ts";
import { measuredFile, readMeasured } from "./measured.ts";
import { costOf, priceNames, prices, totalOf, type Usage } from "./prices.ts";
import type { CostTemplate } from "./resting.ts";
import { traffic } from "./traffic.ts";
import { monthOf } from "./usage.ts";
import { measureVisit } from "./visit-bytes.ts";

/*
 * npm run cost [-- --measure]: computes the monthly cost from templates, prices and committed measurements.
 * --measure renews the measurements.
 */
const { values } = parseArgs({ options: { measure: { type: "boolean" } } });
if (values.measure) await measure();

const measured = readMeasured();
const cases = [
  ["at rest", 0],
  ["10,000 a year", 10_000],
  ["1,000,000 a year", 1_000_000],
] as const;
const plain: Partial<Stage> = { backups: false, ownKey: false, firewall: false };
const templates = await templatesWith(plain);
const months = cases.map(([heading, count]) => ({ heading, usage: monthOf(templates, measured, count) }));
const decembers = cases.slice(1).map(([heading, count]) => ({
  heading: `December of ${heading}`,
  usage: monthOf(templates, measured, count, traffic.peak.value),
}));

console.log(`Measured on ${measured.on}. Stage prod without its options, ap-southeast-1.\n`);
console.log(`${drawBill([...months, ...decembers])}\n`);
console.log("What each option adds, in USD a month:\n");
console.log(`| option | ${cases.map(([heading]) => heading).join(" | ")} |\n| --- | ---: | ---: | ---: |`);
for (const option of ["backups", "ownKey", "firewall"] as const) {
  const more = await templatesWith({ ...plain, [option]: true });
  const added = cases.map(([, count]) =>
    (
      totalOf(monthOf(more, measured, count), true) - totalOf(monthOf(templates, measured, count), true)
    ).toFixed(2),
  );
  console.log(`| \`${option}\` | ${added.join(" | ")} |`);
}

async function templatesWith(options: Partial<Stage>): Promise<CostTemplate[]> {
  const outdir = await mkdtemp(join(tmpdir(), "cdk.out-"));
  try {
    const here = await synthesise({ stage: "prod", options, outdir });
    const found = here.stacks.map(({ template }) => template as CostTemplate);
    if (!options.firewall) return found;
    const edge = await synthesise({
      stage: "prod",
      options,
      region: edgeRegion,
      outdir: join(outdir, "edge"),
    });
    const acl = edge.stacks.map(({ template }) => template as CostTemplate);
    return [
      ...found,
      ...acl.filter(({ Resources }) =>
        Object.values(Resources).some(({ Type }) => Type === "AWS::WAFv2::WebACL"),
      ),
    ];
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

async function measure(): Promise<void> {
  const system = await startBenchSystem();
  try {
    // The first run warms up.
    await measureUnits(system);
    const figures = {
      on: new Date().toISOString().slice(0, 10),
      ...(await measureUnits(system)),
      visit: await measureVisit(),
    };
    await writeFile(measuredFile, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await system.stop();
  }
}

interface Month {
  heading: string;
  usage: Usage;
}

function dollars(usd: number): string {
  return usd === 0 ? "0" : usd < 0.005 ? "< 0.01" : usd.toFixed(2);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function drawBill(months: readonly Month[]): string {
  const services = [...new Set(priceNames.map((name) => prices[name].service))];
  const costs = services.map((service) => {
    const names = priceNames.filter((name) => prices[name].service === service);
    return {
      service,
      costs: months.map(({ usage }) => names.reduce((sum, name) => sum + costOf(usage, name, true), 0)),
    };
  });
  return [
    row(["USD a month", ...months.map(({ heading }) => heading)]),
    row(["---", ...months.map(() => "---:")]),
    ...costs
      .filter((each) => each.costs.some((usd) => usd > 0))
      .map((each) => row([each.service, ...each.costs.map(dollars)])),
    row(["**all**", ...months.map(({ usage }) => `**${dollars(totalOf(usage, true))}**`)]),
    row(["without the allowances", ...months.map(({ usage }) => dollars(totalOf(usage, false)))]),
  ].join("\n");
}
