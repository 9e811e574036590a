import { randomUUID } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { projectPath } from "../../local/project.ts";
import type { Invocation, Invoked } from "./function-process.ts";

/** As in function-process.ts, which is for tests alone. */
const endMark = "\u0004";

/*
 * Stands for Lambda around the composition roots (function-process.ts): hands them one event after the other, and prints what they throw whole, as its
 * runtime does.
 */
const unsampled = "Root=1-5759e988-bd862e3fe1be46a994272792;Parent=53995c3f42cd8ad8;Sampled=0";

process.on("message", async ({ root, event, trace }: Invocation) => {
  process.env._X_AMZN_TRACE_ID = trace ?? unsampled;
  const { handler } = await import(isAbsolute(root) ? pathToFileURL(root).href : projectPath(root));
  const context = { awsRequestId: randomUUID(), functionName: root, functionVersion: "$LATEST" };
  const invoked: Invoked = {};
  try {
    invoked.answer = await handler(event, context);
  } catch (error) {
    const { name, message, stack } = error as Error;
    process.stderr.write(
      `${JSON.stringify({ errorType: name, errorMessage: message, stack, ...Object(error) })}\n`,
    );
    invoked.thrown = name;
  }
  for (const stream of [process.stdout, process.stderr]) stream.write(endMark);
  process.send?.(invoked);
});
