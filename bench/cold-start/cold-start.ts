import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { bundling } from "../../infra/function.ts";
import { projectPath } from "../../local/project.ts";
import { startParameterStore } from "../../test/support/parameter-store.ts";
import { type Row, round, timeInTurn } from "../row.ts";

const rounds = 25;
const run = promisify(execFile);

const environment = {
  AWS_REGION: "ap-southeast-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_SESSION_TOKEN: "local",
};

export async function measureColdStart(
  ours: string,
  settings: Record<string, string>,
  folder: string,
): Promise<Row[]> {
  const bundle = async (source: string, name: string, options: object = {}) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      entryPoints: [projectPath(`bench/cold-start/${source}.ts`)],
      outfile,
      platform: "node",
      format: "esm",
      target: "esnext",
      mainFields: ["module", "main"],
      bundle: true,
      minify: true,
      ...options,
    });
    return outfile;
  };
  // Compiled first, because type stripping takes longer than the start.
  const first = await bundle("first-answer", "first-answer");
  const parameters = await startParameterStore();
  const env = { ...environment, ...settings, ...parameters.environment };
  const start = (file: string) => () => run(process.execPath, [first, file], { env });
  const files = [
    ours,
    await bundle("bare-lambda", "bare"),
    await bundle("asking-lambda", "asking"),
    await bundle("bare-lambda", "lean", bundling),
  ];
  const [taken = 0, bare = 0, asking = 0, lean = 0] = await timeInTurn(files.map(start), rounds);
  await parameters.stop();
  return [
    {
      what: "cold start of the public's bundle, p50",
      measured: `${round(taken, 0)} ms, ratio ${round(taken / bare, 2)}`,
      beside: `${round(bare, 0)} ms of a bare Hono with the same client, at most 1.15`,
      reached: taken / bare <= 1.15,
    },
    {
      what: "the same beside one that asks for secrets as it starts, as ours does",
      measured: `ratio ${round(taken / asking, 2)}`,
      beside: `${round(asking, 0)} ms`,
      reached: null,
    },
    {
      what: "the same beside one that leaves out what ours leaves out",
      measured: `ratio ${round(taken / lean, 2)}`,
      beside: `${round(lean, 0)} ms`,
      reached: null,
    },
  ];
}
