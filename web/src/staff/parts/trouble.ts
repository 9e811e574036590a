import { ProblemError } from "../../api.ts";
import type { useWords } from "../words/words.ts";

type Words = ReturnType<typeof useWords>;

/** Explains an error in a sentence: faulty fields, refusal or network. */
export function sayTrouble(error: unknown, w: Words["w"], m: Words["m"]): string {
  if (!(error instanceof ProblemError) || error.code === "offline") return w("campaigns.network");
  const why = error.errors.map(({ detail }) => detail).join(" ") || m(`problem.${error.code}`);
  return w("campaigns.refused", { why });
}
