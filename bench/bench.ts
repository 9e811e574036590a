import { cpus } from "node:os";
import { startBenchSystem } from "./bench-system.ts";
import { measureCounting } from "./cost/counting-cost.ts";
import { measureDashboard } from "./dashboard-time.ts";
import { measureFirstStart } from "./first-start.ts";
import { measureGrowth } from "./growth.ts";
import { measureHandler } from "./handler-time.ts";
import { measureList } from "./list-time.ts";
import { drawTable, type Row } from "./row.ts";
import { measureBundle, measurePages } from "./sizes.ts";
import { measureSubmission } from "./submission-cost.ts";
import { measureWorstBodies } from "./worst-bodies.ts";

const from = performance.now();
const system = await startBenchSystem();
const rows: Row[] = [];
try {
  for (const measure of [
    measureSubmission,
    measureHandler,
    measureDashboard,
    measureList,
    measureWorstBodies,
    measurePages,
    measureCounting,
  ])
    rows.push(...(await measure(system)));
} finally {
  await system.stop();
}
rows.push(...(await measureFirstStart()));
rows.push(...(await measureGrowth()));
rows.push(...(await measureBundle()));
const seconds = ((performance.now() - from) / 1000).toFixed(0);
console.log(drawTable(rows));
console.log(`${cpus().length} cores, Node ${process.version}, ${seconds} s`);
if (rows.some(({ reached }) => reached === false)) process.exitCode = 1;
