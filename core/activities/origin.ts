import * as v from "valibot";
import type { FieldError } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";

export const originKinds = ["initiative", "model"] as const;

/** An initiative or a model that others apply. */
export const OriginRef = v.strictObject({
  kind: v.picklist(originKinds, "origin.kind.invalid"),
  id: reference("origin.id.invalid", 40),
});
export type OriginRef = v.InferOutput<typeof OriginRef>;

/** `chain`: models that this one was replicated from, nearest first; the origin itself is not in it. */
export interface FoundOrigin extends OriginRef {
  title: string;
  unit: string;
  /** False for an initiative without a current recognition and for a withdrawn model. */
  usable: boolean;
  chain: readonly string[];
}

/** Longest chain of models; a transaction checks each of them. */
export const longestChain = 40;

/** Refuses an unknown or unusable origin, a model as its own origin, and a cycle. `self`: id of the model itself. */
export function checkOrigin(
  asked: OriginRef | null,
  found: FoundOrigin | null,
  { pointer, self = null }: { pointer: string; self?: string | null },
): FieldError[] {
  if (asked === null) return [];
  const at = `${pointer}/id`;
  if (asked.kind === "model" && asked.id === self) return [{ pointer: at, code: "origin.itself" }];
  if (!found || found.id !== asked.id || found.kind !== asked.kind)
    return [{ pointer: at, code: "origin.unknown" }];
  if (self !== null && found.chain.includes(self)) return [{ pointer: at, code: "origin.cycle" }];
  if (found.chain.length >= longestChain) return [{ pointer: at, code: "origin.tooDeep" }];
  if (!found.usable) return [{ pointer: at, code: "origin.unusable" }];
  return [];
}
