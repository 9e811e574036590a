import * as v from "valibot";

import { UnitPeriod } from "#core/units/tree.ts";
import { Unit } from "#core/units/unit.ts";

export const Named = v.strictObject({ id: v.string(), name: v.string() });

/** Units on a day. `version`: number of changes so far. */
export const UnitTreeView = v.strictObject({
  on: v.string(),
  today: v.string(),
  version: v.number(),
  units: v.array(
    v.strictObject({
      ...v.omit(Unit, ["earlier", "successors"]).entries,
      administers: v.boolean(),
      former: v.array(v.string()),
    }),
  ),
});
export type UnitTreeView = v.InferOutput<typeof UnitTreeView>;

export const UnitNameView = v.strictObject({
  ...Named.entries,
  code: v.string(),
  validFrom: v.nullable(v.string()),
  validTo: v.nullable(v.string()),
});
export type UnitNameView = v.InferOutput<typeof UnitNameView>;

export const UnitView = v.strictObject({
  unit: Unit,
  version: v.number(),
  path: v.array(UnitNameView),
  periods: v.array(v.strictObject({ ...UnitPeriod.entries, parent: v.nullable(UnitNameView) })),
  predecessors: v.array(UnitNameView),
  successors: v.array(UnitNameView),
  below: v.number(),
  changes: v.array(
    v.strictObject({
      n: v.number(),
      kind: v.picklist(["found", "rename", "move", "merge", "split", "end"]),
      on: v.string(),
      document: v.string(),
      by: v.string(),
      at: v.string(),
    }),
  ),
  administers: v.boolean(),
  today: v.string(),
});
export type UnitView = v.InferOutput<typeof UnitView>;

export const UnitMoveView = v.strictObject({
  campaign: Named,
  from: Named,
  to: Named,
  open: v.number(),
});
export type UnitMoveView = v.InferOutput<typeof UnitMoveView>;

/** Effects of a change; with `dryRun=1`, predicted effects. */
export const UnitChangeView = v.strictObject({
  version: v.number(),
  dryRun: v.boolean(),
  units: v.array(v.strictObject({ ...Named.entries, founded: v.boolean(), ended: v.boolean() })),
  moves: v.array(UnitMoveView),
  job: v.nullable(v.string()),
});
export type UnitChangeView = v.InferOutput<typeof UnitChangeView>;
