import { ProblemError } from "./api.ts";
import type { Text, Word } from "./language.tsx";

/** `offline` if no answer came, else the problem's own words, else `otherwise`. */
export function explainProblem(
  error: unknown,
  { t, find }: Text,
  offline: Word,
  otherwise: Word = "problem.internal",
): string {
  const code = error instanceof ProblemError ? error.code : "internal";
  return code === "offline" ? t(offline) : (find(`problem.${code}`) ?? t(otherwise));
}
