/** What is told of an error: which it is and where, never what it says. */
export interface ErrorSummary {
  name: string;
  /** Codes as services and Node give them: `ECONNREFUSED`, a Problem's, those of a transaction's cancelled parts. */
  codes?: string[];
  /** What the service answered, and under which id it knows the request. */
  status?: number;
  serviceRequestId?: string;
  /** Where it was thrown: our own frames, the innermost first. */
  at: string[];
  cause?: ErrorSummary;
}

const framesKept = 8;
const causesKept = 3;
const plainName = /^[A-Za-z][\w.#:-]{0,63}$/;
/** A frame as V8 writes it: names of code, and a place in a file. */
const frame = /^ {4}at ([\w$.<>#[\] ]+ \()?(file:\/\/|\/)[\w@$.\-+/]+:\d+:\d+\)?$/;

/**
 * An error in words that may stand in a log. Messages are left out whoever wrote them: those of `JSON.parse` quote the body, DynamoDB's the item, the
 * mail service's an address. So are all properties but codes, a status and the service's id of the request.
 */
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

/** A stack begins with the message, which may have lines that look like frames: it is taken off first, and a stack that does not begin with it is not told. */
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
