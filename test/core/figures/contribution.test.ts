import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { type Contribution, diffContributions } from "#core/figures/contribution.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { type Move, movesFrom } from "#core/initiatives/lifecycle.ts";
import type { Author } from "#core/initiatives/person.ts";
import { countsByRow } from "../../support/counted.ts";
import {
  author,
  buildApplication,
  buildDocumentInitiative,
  buildInitiative,
  buildTransition,
} from "../../support/submissions.ts";
import { commune, province, womensUnion } from "../../support/units.ts";

/** Figures as the table holds them: a number under unit, year, key and dimension. */
type Figures = Map<string, number>;

function fold(figures: Figures, before: Initiative | null, after: Initiative | null): Figures {
  const [old, now] = [before && countInitiative(before), after && countInitiative(after)];
  for (const { unit, year, key, dimension, by } of diffContributions(old, now)) {
    const place = `${unit} ${year} ${key} ${dimension}`;
    figures.set(place, (figures.get(place) ?? 0) + by);
  }
  return figures;
}

/** Counts from scratch, in the simplest way there is. */
function recount(initiatives: Initiative[]): Figures {
  const figures: Figures = new Map();
  for (const initiative of initiatives) {
    const { units, counts } = countInitiative(initiative);
    for (const unit of units)
      for (const { year, key, dimension, value } of counts) {
        const place = `${unit} ${year} ${key} ${dimension}`;
        figures.set(place, (figures.get(place) ?? 0) + value);
      }
  }
  return figures;
}

const nonZero = (figures: Figures) =>
  Object.fromEntries([...figures].filter(([, value]) => value !== 0).sort());

const after = (...made: Move[]): Initiative =>
  made.reduce((record, move) => buildTransition(record, move).initiative, buildInitiative());

const keysOf = (initiative: Initiative) => Object.keys(countsByRow(countInitiative(initiative)));

describe("what an initiative counts as", () => {
  test("once at its unit and at each above", () => {
    const contribution = countInitiative(buildInitiative({ unit: womensUnion.id }));
    expect(contribution.units).toEqual([womensUnion.id, commune.id, province.id]);
    expect(contribution.counts.every(({ year }) => year === 2026)).toBe(true);
    expect(countsByRow(contribution)).toEqual({
      registered: 1,
      "registered#system:member": 1,
      "registered#field:environment": 1,
      "registered#month:2026-06": 1,
      "registered#authorKind:individual": 1,
      "authors#kind:individual": 2,
      "state#state:registered": 1,
      "open#due:2026-07-15": 1,
    });
  });

  test("registered in the month it had in Vietnam", () => {
    expect(keysOf(buildInitiative({ now: "2026-06-30T17:00:00Z" }))).toContain("registered#month:2026-07");
  });

  test("withdrawn, it is not registered; refused, it is", () => {
    expect(keysOf(after("withdraw"))).toEqual(["state#state:withdrawn"]);
    expect(keysOf(after("refuse"))).toContain("registered");
    expect(keysOf(after("refuse"))).not.toContain("recognised");
  });

  test("recognised at two levels, it counts once, and under each level", () => {
    const twice = countInitiative(after("accept", "propose", "recognise", "proposeAbove", "recognise"));
    expect(countsByRow(twice)).toMatchObject({
      registered: 1,
      recognised: 1,
      "recognised#level:commune": 1,
      "recognised#level:province": 1,
    });
  });

  test("proposed above, it is recognised all the while; revoked above, it still is below; revoked there too, no more", () => {
    expect(keysOf(after("accept", "propose", "recognise", "proposeAbove"))).toContain("recognised");
    const once = after("accept", "propose", "recognise", "proposeAbove", "recognise", "revoke");
    expect(keysOf(once)).toContain("recognised#level:commune");
    expect(keysOf(once)).not.toContain("recognised#level:province");
    expect(keysOf(after("accept", "propose", "recognise", "revoke"))).not.toContain("recognised");
  });

  describe("by where its authors stand", () => {
    const member = { affiliation: "memberOrganisation", organisation: "women" } as const;
    const group = { kind: "collective", birthDate: "", representative: "Lê Thị Hoa" } as const;
    const countsOf = (authors: Partial<Author>[], ...made: Move[]) => {
      const whole = authors.map((each) => ({ ...author, ...each, share: 100 / authors.length }));
      const sent: Initiative = buildInitiative({ application: buildApplication({ authors: whole }) });
      return countsByRow(
        countInitiative(made.reduce((before, move) => buildTransition(before, move).initiative, sent)),
      );
    };
    const recognise = ["accept", "propose", "recognise"] as const;

    test("once for each affiliation and kind among them, and its authors one by one", () => {
      const counts = countsOf([
        { affiliation: "front" },
        { affiliation: "front" },
        member,
        { ...group, ...member },
      ]);
      expect(counts).toMatchObject({
        registered: 1,
        "registered#affiliation:front": 1,
        "registered#affiliation:memberOrganisation": 1,
        "registered#organisation:women": 1,
        "registered#authorKind:individual": 1,
        "registered#authorKind:collective": 1,
        "authors#affiliation:front": 2,
        "authors#affiliation:memberOrganisation": 2,
        "authors#kind:individual": 3,
        "authors#kind:collective": 1,
      });
      expect(counts).not.toHaveProperty(["recognised.front"]);
    });

    test("recognised, persons of the Front and of member organisations count as officers, and no collective", () => {
      const counts = countsOf([{ affiliation: "front" }, member, { ...group, ...member }, {}], ...recognise);
      expect(counts).toMatchObject({ "recognised.front": 1, "recognised.memberOrganisations": 1 });
    });

    test("by its authors' systems, each once, and by its unit's only where all are unknown", () => {
      expect(
        countsOf([{ affiliation: "stateBody" }, { affiliation: "publicUnit" }, member, {}], ...recognise),
      ).toMatchObject({
        "recognised#authorSystem:government": 1,
        "recognised#authorSystem:member": 1,
        "recognised#knownSystem:front": 1,
        "recognised#system:front": 1,
      });
      const unknown = Object.keys(countsOf([{}, group], ...recognise));
      expect(unknown.filter((row) => /affiliation|Systems?:|recognised[.](front|member)/.test(row))).toEqual(
        [],
      );
      expect(unknown).toContain("recognised#system:front");
    });

    test("an older record, which was not asked, counts as persons of unknown affiliation", () => {
      const older = buildInitiative();
      for (const each of older.origin === "application" ? older.application.authors : [])
        for (const name of ["kind", "affiliation", "organisation"] as const) delete each[name];
      expect(keysOf(older)).toContain("authors#kind:individual");
      expect(keysOf(older).filter((row) => row.includes("affiliation"))).toEqual([]);
    });
  });

  test("known from a cited document alone, it counts once, with no field, month or day", () => {
    expect(countsByRow(countInitiative(buildDocumentInitiative()))).toEqual({
      registered: 1,
      "registered#system:front": 1,
      recognised: 1,
      "recognised#system:front": 1,
      "recognised#authorSystem:front": 1,
      "recognised#knownSystem:front": 1,
      "recognised#level:commune": 1,
      "state#state:recognised": 1,
    });
  });
});

describe("the difference between two versions", () => {
  test("is nothing where nothing that counts has changed", () => {
    const contribution = countInitiative(buildInitiative());
    expect(diffContributions(contribution, structuredClone(contribution))).toEqual([]);
  });

  test("from nothing is all, to nothing takes all back", () => {
    const contribution = countInitiative(buildInitiative());
    const sum = (changes: { by: number }[]) => changes.reduce((total, { by }) => total + by, 0);
    const rows = contribution.counts.reduce((all, { value }) => all + value, 0) * contribution.units.length;
    expect(sum(diffContributions(null, contribution))).toBe(rows);
    expect(sum(diffContributions(contribution, null))).toBe(-rows);
  });

  test("moves it from year to year and from unit to unit, where a correction does", () => {
    const counts = (year: number) => [{ year, key: "registered", dimension: "", value: 1 }];
    const before: Contribution = { units: ["a", "c"], counts: counts(2025) };
    const now: Contribution = { units: ["b", "c"], counts: counts(2025) };
    expect(diffContributions(before, now)).toEqual([
      { unit: "a", year: 2025, key: "registered", dimension: "", by: -1 },
      { unit: "b", year: 2025, key: "registered", dimension: "", by: 1 },
    ]);
    expect(diffContributions(before, { ...before, counts: counts(2026) })).toHaveLength(4);
  });

  test("of one step fits in one transaction of DynamoDB: 100 items, the record of what was counted among them", () => {
    const deep = (initiative: Initiative) => ({
      ...countInitiative(initiative),
      units: ["hamlet", "commune", "district", "province", "nation"],
    });
    const twice = after("accept", "propose", "recognise", "proposeAbove", "recognise");
    expect(diffContributions(null, deep(twice)).length + 1).toBeLessThan(100);
    expect(diffContributions(deep(twice), deep(after("withdraw"))).length + 1).toBeLessThan(100);
  });
});

class Movement {
  initiatives: Initiative[] = [];
  figures: Figures = new Map();
  seen: number[] = [];
}

class Submit implements fc.Command<Movement, null> {
  readonly unit: string;
  constructor(unit: string) {
    this.unit = unit;
  }
  check = () => true;
  run(movement: Movement) {
    const initiative = buildInitiative({ unit: this.unit });
    movement.initiatives.push(initiative);
    fold(movement.figures, null, initiative);
  }
  toString = () => `submit to ${this.unit}`;
}

class MoveOn implements fc.Command<Movement, null> {
  readonly which: number;
  readonly choice: number;
  constructor(which: number, choice: number) {
    this.which = which;
    this.choice = choice;
  }
  check = (movement: Readonly<Movement>) => movement.initiatives.length > 0;
  run(movement: Movement) {
    const at = this.which % movement.initiatives.length;
    const before = movement.initiatives[at];
    if (before?.origin !== "application") return;
    const possible = movesFrom(before.state);
    const move = possible[this.choice % Math.max(1, possible.length)];
    if (!move) return;
    try {
      const { initiative } = buildTransition(before, move);
      movement.initiatives[at] = initiative;
      fold(movement.figures, before, initiative);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  toString = () => `move ${this.which} by ${this.choice}`;
}

test("versions folded one after the other equal a recount from scratch, whatever happens to whom", () => {
  const commands = fc.commands<Movement, null>(
    [
      fc.constantFrom(commune.id, womensUnion.id).map((unit) => new Submit(unit)),
      fc.tuple(fc.nat(20), fc.nat(50)).map(([which, choice]) => new MoveOn(which, choice)),
    ],
    { maxCommands: 40, size: "max" },
  );
  let moved = 0;
  fc.assert(
    fc.property(commands, (all) => {
      const model = new Movement();
      fc.modelRun(() => ({ model, real: null }), all);
      expect(nonZero(model.figures)).toEqual(nonZero(recount(model.initiatives)));
      moved += model.initiatives.filter(({ version }) => version > 1).length;
    }),
    { numRuns: 60 },
  );
  expect(moved, "the walk went somewhere").toBeGreaterThan(60);
});

test("versions that were skipped change nothing: folding the last over any earlier one gives the same", () => {
  const steps: Move[] = [
    "accept",
    "return",
    "resubmit",
    "propose",
    "recognise",
    "proposeAbove",
    "recognise",
    "revoke",
  ];
  let record = buildInitiative();
  const versions: Initiative[] = [record];
  for (const move of steps) {
    record = buildTransition(record, move).initiative;
    versions.push(record);
  }
  fc.assert(
    fc.property(fc.subarray(versions.slice(0, -1)), (counted) => {
      const figures: Figures = new Map();
      let before: Initiative | null = null;
      for (const version of [...counted, record]) {
        fold(figures, before, version);
        before = version;
      }
      expect(nonZero(figures)).toEqual(nonZero(recount([record])));
    }),
  );
});
