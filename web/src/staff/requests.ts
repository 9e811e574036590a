import type {
  FiguresView,
  InitiativeView,
  ListView,
  MoveBody,
  ProblemView,
  SessionView,
} from "../../../functions/api/views.ts";

/** A refusal as the API told it. */
export class Refusal extends Error {
  readonly problem: Pick<ProblemView, "status" | "code" | "title" | "errors" | "requestId">;
  constructor(problem: Refusal["problem"]) {
    super(problem.code);
    this.name = "Refusal";
    this.problem = problem;
  }
}

/** True for a refusal with one of these codes. */
export function isRefusal(error: unknown, ...codes: ProblemView["code"][]): error is Refusal {
  return error instanceof Refusal && codes.includes(error.problem.code);
}

/** One call of the API. Throws `Refusal` where the API refuses, TypeError where the network does. */
export async function request<T>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      "accept-language": document.documentElement.lang || "vi",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await refusalFrom(response);
  return (await response.json()) as T;
}

async function refusalFrom(response: Response): Promise<Refusal> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  const told: Partial<ProblemView> = isProblem ? await response.json() : {};
  return new Refusal({
    status: response.status,
    code: told.code ?? (response.status === 401 ? "session.missing" : "internal"),
    title: told.title ?? "",
    errors: told.errors ?? [],
    requestId: told.requestId ?? response.headers.get("x-request-id") ?? "",
  });
}

const part = encodeURIComponent;

const query = (entries: Record<string, string | null>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value !== null) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
};

/** The calls of the staff pages, one a route of the API. */
export const readSession = () => request<SessionView>("GET", "/api/session");
export const endSession = () => request<{ signOut: string }>("DELETE", "/api/session");
export const readInbox = (unit: string, state: string, cursor: string | null) =>
  request<ListView>("GET", `/api/units/${part(unit)}/inbox${query({ state, cursor })}`);
export const readRegister = (unit: string, year: number, cursor: string | null) =>
  request<ListView>("GET", `/api/units/${part(unit)}/register/${year}${query({ cursor })}`);
export const readQueue = (council: string, year: number, state: string, cursor: string | null) =>
  request<ListView>("GET", `/api/councils/${part(council)}/queue/${year}${query({ state, cursor })}`);
export const readInitiative = (id: string) => request<InitiativeView>("GET", `/api/initiatives/${part(id)}`);
export const makeMove = (id: string, body: MoveBody) =>
  request<InitiativeView>("POST", `/api/initiatives/${part(id)}/moves`, body);
export const readFigures = (unit: string, from: number, to: number) =>
  request<FiguresView>("GET", `/api/figures/${part(unit)}/${to}?from=${from}`);

/** The address that begins the sign-in and comes back to `to`. */
export const signInAddress = (to: string) => `/api/session/sign-in?to=${part(to)}`;
