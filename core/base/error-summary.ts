export interface ErrorSummary {
  name: string;
  codes?: string[];
  status?: number;
  serviceRequestId?: string;
  /** Frames of our own code, innermost first. */
  at: string[];
  cause?: ErrorSummary;
}

const framesKept = 8;
const causesKept = 3;
const plainName = /^[A-Za-z][\w.#:-]{0,63}$/;
const frame = /^ {4}at ([\w$.<>#[\] ]+ \()?(file:\/\/|\/)[\w@$.\-+/]+:\d+:\d+\)?$/;

/** Drops messages and most properties, which may quote bodies, items or addresses. */
export function summariseError(error: unknown, depth = 0): ErrorSummary {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const codes = codesOf(error);
  const { status, requestId } = answerOf(error);
  return {
    name: plainName.test(error.name) ? error.name : "Error",
    ...(codes.length > 0 ? { codes } : {}),
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { serviceRequestId: requestId }),
    at: framesOf(error),
    ...(error.cause === undefined || depth >= causesKept
      ? {}
      : { cause: summariseError(error.cause, depth + 1) }),
  };
}

function codesOf(error: Error): string[] {
  const {
    code,
    kind,
    CancellationReasons: reasons,
  } = error as {
    code?: unknown;
    kind?: unknown;
    CancellationReasons?: unknown;
  };
  const cancelled = Array.isArray(reasons) ? reasons.map((reason) => reason?.Code) : [];
  return [code, kind, ...cancelled].filter(
    (each): each is string => typeof each === "string" && plainName.test(each),
  );
}

function answerOf(error: Error): { status?: number; requestId?: string } {
  const { $metadata } = error as { $metadata?: { httpStatusCode?: unknown; requestId?: unknown } };
  const { httpStatusCode: status, requestId } = $metadata ?? {};
  return {
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof requestId === "string" && /^[\w-]{8,64}$/.test(requestId) ? { requestId } : {}),
  };
}

/** Cuts off the message, which may contain lines that look like frames. */
function framesOf({ name, message, stack }: Error): string[] {
  if (!stack) return [];
  const at = message === "" ? 0 : stack.indexOf(message);
  if (at < 0 || at > name.length + 64) return [];
  return stack
    .slice(at + message.length)
    .split("\n")
    .filter((line) => frame.test(line) && !line.includes("/node_modules/"))
    .slice(0, framesKept)
    .map((line) => line.trim().replace(/^at /, ""));
}
