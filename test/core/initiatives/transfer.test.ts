import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import type { CampaignUnit } from "#core/campaigns/campaign.ts";
import { freezeUnits } from "#core/campaigns/tree.ts";
import { type Contribution, diffContributions, type FigureChange } from "#core/figures/contribution.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import { type Event, type Openings, verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { movesFrom, openStates } from "#core/initiatives/lifecycle.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import {
  isTransferable,
  refreezeUnits,
  relocationsOf,
  transferInitiative,
} from "#core/initiatives/transfer.ts";
import { endingsOf, type UnitChange, type UnitChangeForm } from "#core/units/change.ts";
import { applyUnitChange } from "#core/units/change-effect.ts";
import { checkUnits } from "#core/units/check.ts";
import { unitOn } from "#core/units/tree.ts";
import type { Unit } from "#core/units/unit.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { buildCampaign, councilIdOf, testNow } from "../../support/units.ts";

const unit = (id: string, level: Unit["level"], parent: string | null, system: Unit["system"]): Unit => ({
  id,
  code: id,
  name: id,
  level,
  system,
  parent,
  validFrom: null,
  validTo: null,
  successors: [],
});

/** A province of districts, communes and hamlets, and beside it the Front's own tree. */
const start: readonly Unit[] = [
  unit("tinh", "province", null, "government"),
  unit("huyen-1", "district", "tinh", "government"),
  unit("huyen-2", "district", "tinh", "government"),
  ...["a", "b", "c"].map((id) => unit(`xa-${id}`, "commune", "huyen-1", "government")),
  ...["d", "e"].map((id) => unit(`xa-${id}`, "commune", "huyen-2", "government")),
  unit("thon-a", "residentialArea", "xa-a", "government"),
  unit("thon-d", "residentialArea", "xa-d", "government"),
  unit("mat-tran-tinh", "province", null, "front"),
  unit("mat-tran-a", "commune", "mat-tran-tinh", "front"),
  unit("mat-tran-b", "commune", "mat-tran-tinh", "front"),
];

const councilIds: Record<string, string> = {
  "xa-a": councilIdOf(1),
  "xa-d": councilIdOf(2),
  tinh: councilIdOf(3),
};
const council = (id: string, level: Unit["level"]) => ({
  id: councilIds[id] ?? "",
  name: id,
  unit: id,
  level,
});
const campaign = buildCampaign({
  unit: "tinh",
  councils: [council("xa-a", "commune"), council("xa-d", "commune"), council("tinh", "province")],
});

interface Dossier {
  initiative: FormInitiative;
  history: { event: Event; openings: Openings }[];
}

/** The whole system in memory: trees, what the campaign froze, dossiers, and figures that know only differences. */
class World {
  units = new Map(start.map((each) => [each.id, each]));
  changes: UnitChange[] = [];
  frozen = new Map<string, CampaignUnit>(freezeTrees(this.units).map((each) => [each.id, each] as const));
  dossiers: Dossier[] = [];
  figures = new Map<string, number>();
  counted = new Map<string, Contribution>();
  numbers = new Map<string, number>();
  on = "2026-02-01";

  fold(initiative: FormInitiative) {
    const contribution = countInitiative(initiative);
    add(this.figures, diffContributions(this.counted.get(initiative.id) ?? null, contribution));
    this.counted.set(initiative.id, contribution);
  }

  submit(pick: number) {
    const there = [...this.frozen.values()].filter(({ receives }) => receives);
    const at = there[pick % there.length];
    if (!at) return;
    const initiative = { ...buildInitiative(), unit: at.id, path: at.path, system: at.system };
    this.dossiers.push({
      initiative,
      history: [{ event: initiative.first, openings: firstOpenings(initiative) }],
    });
    this.fold(initiative);
  }

  step(pick: number, choice: number) {
    const dossier = this.dossiers[pick % Math.max(1, this.dossiers.length)];
    if (!dossier) return;
    const before = dossier.initiative;
    const possible = movesFrom(before.state);
    const move = possible[choice % Math.max(1, possible.length)];
    if (!move) return;
    const next = (this.numbers.get(before.unit) ?? 0) + 1;
    try {
      this.keep(dossier, buildTransition(before, move, next));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return;
    }
    if (before.number === null && dossier.initiative.number !== null) this.numbers.set(before.unit, next);
  }

  keep(dossier: Dossier, made: { initiative: FormInitiative; event: Event; openings: Openings }) {
    dossier.initiative = made.initiative;
    dossier.history.push({ event: made.event, openings: made.openings });
    this.fold(made.initiative);
  }

  change(form: UnitChangeForm) {
    let after: Unit[];
    try {
      after = applyUnitChange(this.units, form);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect(error.errors.length).toBeGreaterThan(0);
      return;
    }
    for (const each of after) this.units.set(each.id, each);
    const n = this.changes.length + 1;
    const by = { id: "quan-tri", name: "Quản trị" };
    this.changes.push({ id: String(n), n, form, document: "", by, at: testNow });
    this.relocate(n);
  }

  relocate(n: number) {
    const closed = this.dossiers
      .filter(({ initiative }) => !openStates.includes(initiative.state))
      .map(({ initiative }) => [initiative, JSON.stringify(initiative)] as const);
    const { endings, on } = endingsOf(this.changes, n);
    const relocations = relocationsOf(campaign, this.frozen, this.units, endings, on);
    for (const each of refreezeUnits(this.frozen, relocations, endings)) this.frozen.set(each.id, each);
    const context = {
      actor: { role: "administrator", staff: "quan-tri" } as const,
      now: testNow,
      salt: () => randomBytes(16),
    };
    for (const relocation of relocations)
      for (const dossier of this.dossiers)
        if (isTransferable(dossier.initiative, relocation)) {
          this.keep(
            dossier,
            transferInitiative(dossier.initiative, relocation, campaign, String(n), context),
          );
          expect(isTransferable(dossier.initiative, relocation)).toBe(false);
        }
    for (const [initiative, text] of closed) {
      expect(this.dossiers.some((each) => each.initiative === initiative)).toBe(true);
      expect(JSON.stringify(initiative)).toBe(text);
    }
  }
}

function freezeTrees(units: ReadonlyMap<string, Unit>): CampaignUnit[] {
  const receives = new Set(units.keys());
  return ["tinh", "mat-tran-tinh"].flatMap((root) =>
    freezeUnits(units, { unit: root, opensOn: "2026-01-01" }, receives),
  );
}

function add(figures: Map<string, number>, changes: FigureChange[]) {
  for (const { unit: at, year, key, dimension, by } of changes) {
    const place = [at, year, key, dimension].join("|");
    figures.set(place, (figures.get(place) ?? 0) + by);
  }
}

const standing = (figures: Map<string, number>) =>
  [...figures].filter(([, value]) => value !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));

interface Act {
  what: "submit" | "step" | "rename" | "move" | "merge" | "split" | "end";
  a: number;
  b: number;
  c: number;
}

/** Makes a change out of three numbers: of units that are there, as often as not one that must be refused. */
function formOf(world: World, { what, a, b, c }: Act): UnitChangeForm {
  const there = [...world.units.values()].filter((each) => unitOn(each, world.on));
  const at = (n: number) => there[n % there.length] as Unit;
  const first = at(a);
  const fresh = (n: number, like: Unit) => ({
    id: `moi-${world.changes.length}-${n}`,
    code: `moi-${world.changes.length}-${n}`,
    name: `Mới ${n}`,
    level: like.level,
    system: like.system,
    parent: like.parent,
  });
  const peers = there.filter((each) => each.level === first.level && each.system === first.system);
  const on = world.on;
  switch (what) {
    case "rename":
      return { kind: "rename", on, unit: first.id, name: `Tên ${b}`, code: first.code };
    case "move":
      return { kind: "move", on, unit: first.id, parent: at(b).id };
    case "merge": {
      const other = peers[b % peers.length] as Unit;
      return { kind: "merge", on, units: [first.id, other.id], into: fresh(0, c % 2 ? first : other) };
    }
    case "split": {
      const into = [fresh(0, first), fresh(1, first)];
      return { kind: "split", on, unit: first.id, into, receiver: c % 3 ? (into[1]?.id ?? null) : null };
    }
    default: {
      // Whoever takes over begins with the change, as in the merger of 2025: founded first, then named.
      const into = fresh(9, first);
      world.change({ kind: "found", on, unit: into });
      return { kind: "end", on, unit: first.id, successors: c % 4 ? [into.id] : [], receiver: null };
    }
  }
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("submit" as const, "step" as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Act["what"]>("rename", "move", "merge", "split", "end"),
    },
  ),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  c: fc.nat(1_000),
});

describe("dossiers among units that change", () => {
  it("are counted as a recount counts them, closed ones unmoved, histories whole, numbers without a gap", () => {
    let transfers = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), (acts) => {
        const world = new World();
        for (const each of acts) {
          if (each.what === "submit") world.submit(each.a);
          else if (each.what === "step") world.step(each.a, each.b);
          else {
            world.on = addDays(world.on, 1);
            world.change(formOf(world, each));
          }
        }

        expect(checkUnits(world.units)).toEqual([]);
        const recount = new Map<string, number>();
        for (const { initiative } of world.dossiers)
          add(recount, diffContributions(null, countInitiative(initiative)));
        expect(standing(world.figures)).toEqual(standing(recount));

        const given = new Map<string, number[]>();
        for (const { initiative, history } of world.dossiers) {
          expect(verifyHistory(history)).toEqual([]);
          transfers += history.filter(({ event }) => event.move === "transfer").length;
          const { number, registeredAt, unit: at, path, state } = initiative;
          expect(path[0]).toBe(at);
          if (openStates.includes(state)) expect(world.units.get(at)?.successors).toEqual([]);
          if (number !== null) {
            const register = registeredAt ?? at;
            given.set(register, [...(given.get(register) ?? []), number]);
          }
          // Nothing open stays behind where somebody took over, nor under one that did.
          if (openStates.includes(state) && world.units.get(at)?.validTo === null)
            for (const above of path) expect(world.units.get(above)?.successors ?? []).toEqual([]);
        }
        for (const numbers of given.values())
          expect(numbers.toSorted((x, y) => x - y)).toEqual(numbers.map((_, i) => i + 1));
      }),
      { numRuns: 300 },
    );
    expect(transfers).toBeGreaterThan(100);
  }, 60_000);
});
