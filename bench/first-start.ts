import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectPath } from "../local/project.ts";
import { type Row, round } from "./row.ts";

const maxAnswerSeconds = 10;
const maxArrivalSeconds = 60;

export async function measureFirstStart(): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "bench-start-"));
  const from = performance.now();
  const secondsSince = () => (performance.now() - from) / 1000;
  const child = spawn(process.execPath, [projectPath("local/start.ts")], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    let origin: string | undefined;
    for await (const chunk of child.stdout) {
      origin = /(http:\/\/[\w.:-]+)\/gui/.exec(String(chunk))?.[1];
      if (origin) break;
    }
    if (!origin) throw new Error("the system did not start");
    const answers = secondsSince();
    while ((await remainingDossiers(origin)) > 0) await sleep(100);
    const arrival = secondsSince();
    return [
      {
        what: "first npm start on a built tree answers",
        measured: `${round(answers)} s`,
        beside: `at most ${maxAnswerSeconds}`,
        reached: answers <= maxAnswerSeconds,
      },
      {
        what: "the example's dossiers are there",
        measured: `${round(arrival)} s`,
        beside: `at most ${maxArrivalSeconds}`,
        reached: arrival <= maxArrivalSeconds,
      },
    ];
  } finally {
    child.kill("SIGINT");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function remainingDossiers(origin: string): Promise<number> {
  const response = await fetch(`${origin}/api/campaigns/open`);
  return ((await response.json()) as { arriving: number }).arriving;
}
