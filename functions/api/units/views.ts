import type { UnitChangeForm } from "#core/units/change.ts";
import type { UnitPeriod } from "#core/units/tree.ts";
import type { Unit } from "#core/units/unit.ts";

/** `GET /api/units?on=…&system=…`: the units of a day, as they were then; `version` is the number of changes so far. */
export interface UnitTreeView {
  on: string;
  today: string;
  version: number;
  units: (Omit<Unit, "earlier" | "successors"> & { administers: boolean; former: string[] })[];
}

export interface UnitNameView {
  id: string;
  code: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
}

/** `GET /api/units/:unit`: a unit through time. */
export interface UnitView {
  unit: Unit;
  version: number;
  path: UnitNameView[];
  /** Oldest first, the latest last. */
  periods: (Omit<UnitPeriod, "parent"> & { parent: UnitNameView | null })[];
  predecessors: UnitNameView[];
  successors: UnitNameView[];
  below: number;
  changes: {
    n: number;
    kind: UnitChangeForm["kind"];
    on: string;
    document: string;
    by: string;
    at: string;
  }[];
  /** The viewer may change it. */
  administers: boolean;
  today: string;
}

/** `POST /api/unit-changes`: what was done, or with `dryRun=1` what would be. */
export interface UnitChangeView {
  version: number;
  dryRun: boolean;
  units: { id: string; name: string; founded: boolean; ended: boolean }[];
  moves: UnitMoveView[];
  /** The job that moves the dossiers. */
  job: string | null;
}

export interface UnitMoveView {
  campaign: { id: string; name: string };
  from: { id: string; name: string };
  to: { id: string; name: string };
  /** Open dossiers that go along. */
  open: number;
}
