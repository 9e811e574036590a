import * as v from "valibot";
import type { FieldError } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";

export const originKinds = ["initiative", "model"] as const;

export const OriginRef = v.strictObject({
  kind: v.picklist(originKinds, "origin.kind.invalid"),
  id: reference("origin.id.invalid", 40),
});
export type OriginRef = v.InferOutput<typeof OriginRef>;

/** `chain`: models from which the origin was replicated, nearest first, without the origin. */
export interface FoundOrigin extends OriginRef {
  title: string;
  unit: string;
  /** False for an initiative without a current recognition and for a withdrawn model. */
  usable: boolean;
  chain: readonly string[];
}

/** Maximum models in a chain; one transaction checks them all. */
export const longestChain = 40;

/** Refuses an unknown or unusable origin, a cycle, and a chain that is too long. `self`: the model's own id. */
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
