import type { ProblemView } from "../../functions/api/problem-view.ts";

/** Error response of the API; the code is `offline` if no response arrived. */
export class ProblemError extends Error {
  declare readonly code: ProblemView["code"] | "offline";
  declare readonly status: number;
  declare readonly errors: ProblemView["errors"];
  declare readonly retryAfter: number | null;
  constructor(
    code: ProblemError["code"],
    status = 0,
    errors: ProblemView["errors"] = [],
    retryAfter: number | null = null,
  ) {
    super(code);
    this.name = "ProblemError";
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

/** Throws `ProblemError`. */
export function getJson<T>(
  path: string,
  headers: Record<string, string> = {},
  onHeaders: (headers: Headers) => void = () => {},
): Promise<T> {
  return exchange<T>(path, { headers }, onHeaders);
}

/** Throws `ProblemError`. */
export function sendJson<T>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  return exchange<T>(path, {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

/** A request on a dead network may hang for minutes. */
export const timeoutMilliseconds = 20_000;

async function exchange<T>(
  path: string,
  init: RequestInit & { headers: Record<string, string> },
  onHeaders: (headers: Headers) => void = () => {},
): Promise<T> {
  let response: Response;
  let body: unknown;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMilliseconds);
  try {
    response = await fetch(path, {
      ...init,
      signal: timeout.signal,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        "accept-language": document.documentElement.lang,
        ...init.headers,
      },
    });
    // An incomplete body counts as offline. A body that is not JSON comes from a gateway.
    const text = await response.text();
    body = parseJson(text);
  } catch {
    throw new ProblemError("offline");
  } finally {
    clearTimeout(timer);
  }
  if (response.ok && body !== undefined) {
    onHeaders(response.headers);
    return body as T;
  }
  const problem = (body ?? {}) as Partial<ProblemView>;
  const wait = Number(response.headers.get("retry-after"));
  throw new ProblemError(
    problem.code ?? "internal",
    response.status,
    problem.errors ?? [],
    wait > 0 ? wait : null,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
