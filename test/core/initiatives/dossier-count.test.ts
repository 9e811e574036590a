import fc from "fast-check";
import { expect, test } from "vitest";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import { type DossierCount, dossierCounts } from "#core/initiatives/dossier-count.ts";
import { type FormInitiative, type Initiative, summarise } from "#core/initiatives/initiative.ts";
import { type Move, movesFrom, openStates } from "#core/initiatives/lifecycle.ts";
import { type RegisterQuery, registerEntryOf, searchRegister } from "#core/initiatives/register.ts";
import { listedUnits, registersOf } from "#core/units/tree.ts";
import { countsByRow } from "../../support/counted.ts";
import { buildDocumentInitiative, buildInitiative, buildTransition } from "../../support/submissions.ts";
import { testNow } from "../../support/units.ts";

const all: RegisterQuery = {
  text: "",
  state: null,
  field: null,
  system: null,
  affiliation: null,
  count: null,
  month: null,
};

function isPossible(record: FormInitiative, move: Move): boolean {
  try {
    buildTransition(record, move);
    return true;
  } catch {
    return false;
  }
}

/** A dossier that a walk through the life cycle leaves: each number chooses one of the moves that are possible. */
const dossier = fc
  .tuple(
    fc.array(fc.nat(20), { maxLength: 8 }),
    fc.constantFrom("environment" as const, "education" as const),
  )
  .map(([choices, field]) =>
    choices.reduce(
      (record, choice) => {
        const possible = movesFrom(record.state).filter((move) => isPossible(record, move));
        const move = possible[choice % Math.max(1, possible.length)];
        return move ? buildTransition(record, move).initiative : record;
      },
      buildInitiative({ application: { field } }),
    ),
  );
const dossiers = fc.array(
  fc.oneof({ weight: 9, arbitrary: dossier }, fc.constant(buildDocumentInitiative())),
  {
    maxLength: 25,
  },
);

/** A unit's figures of these dossiers, by `key` or `key#dimension`. */
function figuresOf(initiatives: readonly Initiative[]): Map<string, number> {
  const figures = new Map<string, number>();
  for (const contribution of initiatives.map(countInitiative))
    for (const [row, value] of Object.entries(countsByRow(contribution)))
      figures.set(row, (figures.get(row) ?? 0) + value);
  return figures;
}

const days = fc.constantFrom(testNow.slice(0, 10), "2026-07-01", "2026-12-15", "2026-12-16", "2027-12-31");

/** Dimensions by which no list is filtered. */
const unlisted = ["level", "authorKind", "organisation", "authorSystem", "knownSystem"];

test("every number that is counted is the length of the list that its filters give", () => {
  fc.assert(
    fc.property(dossiers, days, (initiatives, today) => {
      const rows = initiatives.map((each) => ({ summary: summarise(each), entry: registerEntryOf(each) }));
      const listed = (count: DossierCount, more: Partial<RegisterQuery> = {}) =>
        searchRegister(rows, { ...all, count, ...more }, today).length;
      const filters = {
        ...{ system: "system", field: "field", month: "month", state: "state" },
        affiliation: "affiliation",
      } as const;
      const figures = figuresOf(initiatives);
      for (const [row, value] of figures) {
        const [key = "", dimension = ""] = row.split("#");
        const [name = "", ...rest] = dimension.split(":");
        const count = key === "state" ? "all" : dossierCounts.find((each) => each === key);
        if (key === "open" || unlisted.includes(name) || !count) continue;
        const filter = name === "" ? {} : { [filters[name as keyof typeof filters]]: rest.join(":") };
        expect(listed(count, filter), row).toBe(value);
      }
      const sum = (keep: (row: string) => boolean) =>
        [...figures].filter(([row]) => keep(row)).reduce((total, [, value]) => total + value, 0);
      expect(listed("open")).toBe(sum((row) => openStates.some((state) => row === `state#state:${state}`)));
      expect(listed("overdue")).toBe(sum((row) => row.startsWith("open#due:") && row.slice(9) < today));
    }),
    { numRuns: 60 },
  );
});

test("a unit's dossiers have numbers in its register and in those of all that went before it", () => {
  const unit = (id: string, successors: string[]) =>
    [
      id,
      {
        id,
        code: "",
        name: id,
        level: "commune",
        system: "front",
        parent: null,
        validFrom: null,
        validTo: null,
        successors,
      },
    ] as const;
  const units = new Map([unit("a", ["c"]), unit("b", ["c"]), unit("c", ["d"]), unit("d", []), unit("e", [])]);
  expect(registersOf(units, ["d"]).sort()).toEqual(["a", "b", "c", "d"]);
  expect(registersOf(units, ["a"])).toEqual(["a"]);
});

test("one list shows a commune with its hamlets; none shows a province, or a unit below that stood elsewhere", () => {
  const unit = (id: string, parent: string | null, before: string[] = []) => ({
    id,
    code: "",
    name: id,
    level: "commune" as const,
    system: "front" as const,
    parent,
    validFrom: null,
    validTo: null,
    successors: [],
    earlier: before.map((each) => ({ until: "2025-06-30", code: "", name: id, parent: each })),
  });
  const tree = (...units: ReturnType<typeof unit>[]) => new Map(units.map((each) => [each.id, each]));
  const commune = [unit("xa", null), unit("thon-1", "xa"), unit("thon-2", "xa", ["xa"])];
  expect(listedUnits(tree(...commune), "xa")).toEqual(["xa", "thon-1", "thon-2"]);
  expect(listedUnits(tree(...commune), "thon-1")).toEqual(["thon-1"]);
  const moved = tree(...commune, unit("xa-khac", null), unit("thon-3", "xa", ["xa-khac"]));
  expect([listedUnits(moved, "xa"), listedUnits(moved, "xa-khac")]).toEqual([null, null]);
  const many = Array.from({ length: 80 }, (_, i) => unit(`xa-${i}`, "tinh"));
  expect(listedUnits(tree(unit("tinh", null), ...many), "tinh")).toBeNull();
});
