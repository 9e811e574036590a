import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { projectPath } from "../../local/project.ts";
import { atFileEnd } from "./cleanup.ts";
import { markOfRun } from "./leftovers.ts";

/** What a function answered, or the name of what it threw. */
export interface Invoked {
  answer?: unknown;
  thrown?: string;
}

/** One invocation: the composition root (from the project's root, or where it is said whole), its event, and what Lambda says of its trace. */
export interface Invocation {
  root: string;
  event: unknown;
  trace?: string;
}

/** Stands in both streams behind all that an invocation wrote. */
const endMark = "\u0004";

/**
 * Composition roots in a Node of their own, as Lambda runs them, with this environment and no other but the mark of the run. `written` is all that came out of it. It ends with
 * the test file. Where `folder` is given it may read nothing but what lies there, and this host.
 */
export function startFunctions(env: Record<string, string>, folder?: string) {
  const host = projectPath("test/support/function-host.ts");
  const readable = [folder ?? "", host, projectPath("local/project.ts"), projectPath("package.json")];
  const child: ChildProcess = fork(host, {
    env: { ...env, ...markOfRun() },
    execArgv: folder ? ["--permission", ...readable.map((path) => `--allow-fs-read=${path}`)] : [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const told = new EventEmitter();
  const texts = [child.stdout, child.stderr].map((stream) => {
    const text = { written: "" };
    stream?.setEncoding("utf8").on("data", (more: string) => {
      text.written += more;
      told.emit("more");
    });
    return text;
  });
  const ended = once(child, "exit").then(() => {
    throw new Error(`the functions ended: ${written()}`);
  });
  ended.catch(() => {});
  const written = () => texts.map((text) => text.written.replaceAll(endMark, "")).join("\n");
  let invocations = 0;
  const allWritten = async () => {
    while (texts.some((text) => text.written.split(endMark).length <= invocations)) await once(told, "more");
  };
  atFileEnd(async () => {
    child.kill();
    await ended.catch(() => {});
  });
  return {
    written,
    /** The lines of the log that say this; those of metrics say nothing. */
    lines: (message?: string) =>
      written()
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line))
        .filter((line) => line.message === message),
    async invoke(invocation: Invocation): Promise<Invoked> {
      child.send(invocation);
      const [invoked] = await Promise.race([once(child, "message"), ended]);
      invocations++;
      await Promise.race([allWritten(), ended]);
      return invoked as Invoked;
    },
  };
}
