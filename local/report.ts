import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Problem } from "../functions/core/problems.ts";
import { readFaces } from "../functions/documents/faces.ts";
import { createReportHandler } from "../functions/report/handler.ts";
import { reconcileFigures } from "../functions/stream/rebuild.ts";
import { loadOnFirstStart } from "./first-start.ts";
import { startStorage } from "./storage.ts";

/*
 * npm run report -- --unit dien-khanh --from 2019 --to 2021 --out DIR
 * The annual report by the code of the schedule, on the data in DATA_DIR (default .local): of the running system, or of the store started for
 * this command. A data folder that is empty is filled with the example first.
 */
const usage = "Usage: npm run report -- --unit UNIT --from YEAR --to YEAR --out DIR";

function readArguments() {
  const { values } = parseArgs({
    options: {
      unit: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      out: { type: "string" },
    },
  });
  const { unit, from, to, out } = values;
  const missing = ["unit", "from", "to", "out"].filter((name) => !values[name as keyof typeof values]);
  if (!unit || !from || !to || !out)
    throw new Error(`missing: ${missing.map((name) => `--${name}`).join(", ")}`);
  return { message: { unit, from, to }, out: resolve(out) };
}

async function makeReport({ message, out }: ReturnType<typeof readArguments>): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR ?? ".local");
  const clock = () => new Date().toISOString();
  const storage = await startStorage({ dataDir, clock });
  try {
    const { store, bucket } = storage;
    await loadOnFirstStart({ dataDir, store, empty: false });
    // Nothing pumps the stream where only the store was started.
    await reconcileFigures(store);
    const { dataHash, files } = await createReportHandler({ store, bucket, faces: readFaces() })(message);
    await mkdir(out, { recursive: true });
    for (const key of files) {
      const path = join(out, basename(key));
      await writeFile(path, await bucket.get(key));
      console.log(path);
    }
    console.log(`dataHash ${dataHash}`);
  } finally {
    await storage.stop();
  }
}

/** What a person at the command line should know of a fault. */
function explain(error: unknown, unit: string): string {
  if (error instanceof Problem && error.code === "unit.notFound") return `no unit ${unit} in the data`;
  if (error instanceof Problem && error.code === "query.invalid")
    return "--from and --to are years (2019) or days (2019-06-30), the first not after the second";
  return error instanceof Error ? error.message : String(error);
}

let unit = "";
try {
  const given = readArguments();
  unit = given.message.unit;
  await makeReport(given);
} catch (error) {
  console.error(`${explain(error, unit)}\n${usage}`);
  process.exitCode = 1;
}
