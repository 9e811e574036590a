import { ProblemError } from "../../api.ts";
import type { useWords } from "../words/words.ts";

type Words = ReturnType<typeof useWords>;

/** Why something could not be done, in a sentence: the first field at fault, the refusal, or the network. */
export function sayTrouble(error: unknown, w: Words["w"], m: Words["m"]): string {
  if (!(error instanceof ProblemError) || error.code === "offline") return w("campaigns.network");
  const why = error.errors.map(({ detail }) => detail).join(" ") || m(`problem.${error.code}`);
  return w("campaigns.refused", { why });
}
