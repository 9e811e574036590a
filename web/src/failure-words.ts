import { ProblemError } from "./api.ts";
import type { Text, Word } from "./language.tsx";

/** Text for an error: `offline` if no response arrived, else the problem's message, else `otherwise`. */
export function explainProblem(
  error: unknown,
  { t, find }: Text,
  offline: Word,
  otherwise: Word = "problem.internal",
): string {
  const code = error instanceof ProblemError ? error.code : "internal";
  return code === "offline" ? t(offline) : (find(`problem.${code}`) ?? t(otherwise));
}
