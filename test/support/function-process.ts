import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll } from "vitest";
import { projectPath } from "../../local/project.ts";

/** What a function answered, or the name of what it threw. */
export interface Invoked {
  answer?: unknown;
  thrown?: string;
}

/** One invocation: the composition root, from the project's root, its event, and what Lambda says of its trace. */
export interface Invocation {
  root: string;
  event: unknown;
  trace?: string;
}

/**
 * Composition roots in a Node of their own, as Lambda runs them, with this environment and no other. `written` is all that came out of it by now. It ends
 * with the test file.
 */
export function startFunctions(env: Record<string, string>) {
  const child: ChildProcess = fork(projectPath("test/support/function-host.ts"), {
    env,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      written += text;
    });
  const ended = once(child, "exit");
  afterAll(async () => {
    child.kill();
    await ended;
  });
  return {
    written: () => written,
    async invoke(invocation: Invocation): Promise<Invoked> {
      child.send(invocation);
      const [invoked] = await Promise.race([
        once(child, "message"),
        ended.then(() => Promise.reject(new Error(`the functions ended: ${written}`))),
      ]);
      return invoked as Invoked;
    },
  };
}
