import { describe, expect, test } from "vitest";
import { years } from "#core/base/period.ts";
import { validate } from "#core/base/validation.ts";
import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import { type CountedFigure, DeclaredFigure, type Figure, figureOf, unplaced } from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";

const unit = "huyen-an-binh";

function declare(
  key: string,
  from: number,
  to: number,
  value: number | null,
  more: Partial<DeclaredFigure> = {},
): DeclaredFigure {
  return {
    unit,
    key,
    ...years(from, to),
    value,
    qualifier: null,
    measure: definitionOf(key)?.measure ?? "lượt",
    label: definitionOf(key)?.label ?? key,
    partOf: [],
    ...unplaced,
    document: "bao-cao-2021",
    declaredBy: null,
    withdrawn: false,
    version: 1,
    earlier: [],
    note: "",
    ...more,
  };
}

const count = (key: string, year: number, value: number, dimension = ""): CountedFigure => ({
  unit,
  key,
  dimension,
  year,
  value,
});

interface Given {
  declared?: DeclaredFigure[];
  counted?: CountedFigure[];
  evaluated?: Record<number, boolean>;
  from?: number;
  to?: number;
}
function resolve({ declared = [], counted = [], evaluated = {}, from = 2019, to = 2021 }: Given): Figure[] {
  const finished = new Map(Object.entries(evaluated).map(([year, done]) => [Number(year), done]));
  return resolveFigures({ declared, counted }, years(from, to), finished);
}

const find = (figures: Figure[], key: string, from: number, to = from) =>
  figures.find((figure) => figure.key === key && figure.from === String(from) && figure.to === String(to));

/** What Diên Khánh published: 48 + 46 + 45 registered, 20 + 21 recognised, 2021 not evaluated yet. */
const published = [
  declare("registered", 2019, 2019, 48),
  declare("registered", 2020, 2020, 46),
  declare("registered", 2021, 2021, 45),
  declare("recognised", 2019, 2019, 20),
  declare("recognised", 2020, 2020, 21),
  declare("recognised", 2021, 2021, null),
];

describe("a declaration", () => {
  test("is the figure; what was counted stands beside it and is never added", () => {
    const figures = resolve({
      declared: [declare("recognised", 2019, 2019, 20)],
      counted: [count("recognised", 2019, 7)],
    });
    expect(figures.filter(({ key }) => key === "recognised")).toEqual([
      expect.objectContaining({ value: 20, counted: 7, origin: "document", document: "bao-cao-2021" }),
    ]);
  });

  test("of a unit's own is told from one that a document prints", () => {
    const own = declare("models.built", 2019, 2019, 3, {
      document: null,
      declaredBy: { staff: "x", name: "X", at: "" },
    });
    expect(resolve({ declared: [own] })).toMatchObject([{ origin: "declaration", document: null }]);
  });

  test("of nothing is unknown, which is not zero, and hides what was counted from nobody", () => {
    const figures = resolve({
      declared: [declare("recognised", 2021, 2021, null)],
      counted: [count("recognised", 2021, 2)],
    });
    expect(find(figures, "recognised", 2021)).toMatchObject({ value: null, counted: 2 });
  });

  test("over several years has what was counted in all of them beside it", () => {
    const figures = resolve({
      declared: [declare("registered", 2019, 2021, 139)],
      counted: [count("registered", 2019, 2), count("registered", 2021, 3), count("registered", 2018, 9)],
    });
    expect(find(figures, "registered", 2019, 2021)).toMatchObject({ value: 139, counted: 5 });
  });

  test("of people has no count beside it: people are not additive", () => {
    const figures = resolve({
      declared: [declare("recognised.front", 2019, 2020, 9)],
      counted: [count("recognised.front", 2019, 4)],
    });
    expect(find(figures, "recognised.front", 2019, 2020)?.counted).toBeNull();
  });

  test("of part of a year is kept with its own days, and no whole year is counted beside it", () => {
    const half = declare("registered", 2021, 2021, 12, { from: "2021-01-01", to: "2021-06-30" });
    const figures = resolve({ declared: [half], counted: [count("registered", 2021, 30)] });
    expect(
      figures
        .filter(({ key }) => key === "registered")
        .map(({ from, to, value, counted }) => [from, to, value, counted]),
    ).toEqual([
      ["2021", "2021", 30, 30],
      ["2021-01-01", "2021-06-30", 12, null],
    ]);
  });

  test("keeps the word before its number", () => {
    const [figure] = resolve({
      declared: [declare("benefit.money", 2019, 2020, 105, { qualifier: "moreThan" })],
    });
    expect(figure?.qualifier).toBe("moreThan");
  });

  test("of a key the catalogue does not know keeps its label, measure and wholes", () => {
    const figures = resolve({
      declared: [
        declare("commendation.household", 2016, 2020, 20, {
          label: "Trong đó hộ gia đình",
          measure: "hộ gia đình",
          partOf: ["commendation.collective", "commendation.individual"],
        }),
      ],
    });
    expect(figures).toMatchObject([
      {
        label: "Trong đó hộ gia đình",
        measure: "hộ gia đình",
        partOf: ["commendation.collective", "commendation.individual"],
      },
    ]);
  });
});

describe("a count", () => {
  test("is the figure where nothing is declared", () => {
    expect(find(resolve({ counted: [count("registered", 2020, 4)] }), "registered", 2020)).toMatchObject({
      value: 4,
      counted: 4,
      origin: "records",
      measure: "hồ sơ",
    });
  });

  test("by a dimension is no figure of its own, nor is a key outside the catalogue", () => {
    expect(
      resolve({
        counted: [count("registered", 2020, 4, "field:health"), count("open", 2020, 1, "due:2020-05-01")],
      }),
    ).toEqual([]);
  });

  test("of another year is left out", () => {
    expect(resolve({ counted: [count("registered", 2018, 4), count("registered", 2022, 4)] })).toEqual([]);
  });
});

describe("periods", () => {
  test("that overlap are all kept, each figure with its own", () => {
    const figures = resolve({
      declared: [
        declare("models.built", 2019, 2020, 61),
        declare("models.built", 2016, 2020, 70),
        declare("models.built", 2010, 2018, 9),
        declare("models.built", 2022, 2022, 1),
      ],
    });
    expect(figures.map(({ from, to }) => [from, to])).toEqual([
      ["2016", "2020"],
      ["2019", "2020"],
    ]);
  });

  test("are sorted by the catalogue, then by key, then by time, however they came", () => {
    const shuffled = [
      declare("zebra", 2019, 2019, 1),
      ...published.toReversed(),
      declare("apple", 2019, 2019, 1),
    ];
    const places = resolve({ declared: shuffled }).map(({ key, from, to }) => `${key} ${from}-${to}`);
    expect(places).toEqual([
      "registered 2019-2019",
      "registered 2019-2021",
      "registered 2020-2020",
      "registered 2021-2021",
      "recognised 2019-2019",
      "recognised 2020-2020",
      "recognised 2021-2021",
      "recognitionRate 2019-2020",
      "apple 2019-2019",
      "zebra 2019-2019",
    ]);
  });
});

describe("totals over the period", () => {
  test("are the sum where every year is known", () => {
    expect(find(resolve({ declared: published }), "registered", 2019, 2021)).toMatchObject({
      value: 139,
      origin: "derived",
      measure: "hồ sơ",
      document: null,
    });
  });

  test("add declared and counted years, each once", () => {
    const figures = resolve({
      declared: published.slice(0, 2),
      counted: [count("registered", 2020, 3), count("registered", 2021, 45)],
    });
    expect(find(figures, "registered", 2019, 2021)?.value).toBe(139);
  });

  test("are not made where a year is unknown or missing", () => {
    expect(find(resolve({ declared: published }), "recognised", 2019, 2021)).toBeUndefined();
    expect(find(resolve({ declared: published.slice(0, 2) }), "registered", 2019, 2021)).toBeUndefined();
  });

  test("are not made of a stock, which holds on a day, counted or not", () => {
    const counted = [count("models.maintained", 2019, 7), count("models.maintained", 2020, 8)];
    const figures = resolve({ counted }).filter(({ key }) => key === "models.maintained");
    expect(figures.map(({ from, to, value, kind }) => [from, to, value, kind])).toEqual([
      ["2019", "2019", 7, "stock"],
      ["2020", "2020", 8, "stock"],
    ]);
    const stocks = Object.values(catalogue).filter(({ kind }) => kind === "stock");
    expect(stocks.filter(({ additive }) => additive)).toEqual([]);
  });

  test("a stock declared as of a day replaces the count of its year, which stands beside it", () => {
    const counted = [2019, 2020, 2021].map((year) => count("models.maintained", year, year - 2010));
    const asOf = (day: string, value: number) => ({
      ...declare("models.maintained", 2020, 2020, value),
      ...{ from: day, to: day, kind: "stock" as const, measure: "mô hình" },
    });
    const figures = resolve({ declared: [asOf("2020-06-30", 12), asOf("2020-12-31", 14)], counted });
    expect(figures.map(({ from, value, counted, origin }) => [from, value, counted, origin])).toEqual([
      ["2019", 9, 9, "records"],
      ["2020-06-30", 12, 10, "document"],
      ["2020-12-31", 14, 10, "document"],
      ["2021", 11, 11, "records"],
    ]);
  });

  test("are not made of people, who may be the same ones, nor of what the catalogue does not know", () => {
    const twoYears = (key: string) => [declare(key, 2019, 2019, 4), declare(key, 2020, 2020, 5)];
    const figures = resolve({
      declared: [...twoYears("recognised.front"), ...twoYears("flowers")],
      to: 2020,
    });
    expect(figures.filter(({ origin }) => origin === "derived")).toEqual([]);
  });

  test("are not made where somebody declared the total, even as unknown", () => {
    for (const value of [140, null]) {
      const figures = resolve({ declared: [...published, declare("registered", 2019, 2021, value)] });
      expect(
        figures.filter((figure) => figure.key === "registered" && figure.to !== figure.from),
      ).toMatchObject([{ value, origin: "document" }]);
    }
  });

  test("of one year are that year's figure and no second one", () => {
    expect(
      resolve({ declared: published, from: 2019, to: 2019 }).filter(({ key }) => key === "registered"),
    ).toHaveLength(1);
  });

  test("stay inexact where a part is, in its words where they agree and else in none of them", () => {
    const total = (one: DeclaredFigure["qualifier"], two: DeclaredFigure["qualifier"]) => {
      const parts = [
        declare("registered", 2019, 2019, 48, { qualifier: one }),
        declare("registered", 2020, 2020, 46, { qualifier: two }),
      ];
      return find(resolve({ declared: parts, to: 2020 }), "registered", 2019, 2020)?.qualifier;
    };
    expect(total(null, "moreThan")).toBe("moreThan");
    expect(total("moreThan", "nearly")).toBe("about");
    expect(total(null, null)).toBeNull();
  });

  test("add only like with like", () => {
    const parts = [
      declare("registered", 2019, 2019, 48),
      declare("registered", 2020, 2020, 46, { measure: "lượt" }),
    ];
    expect(find(resolve({ declared: parts, to: 2020 }), "registered", 2019, 2020)).toBeUndefined();
  });
});

describe("the recognition rate", () => {
  const rate = (given: Given) => resolve(given).filter(({ key }) => key === "recognitionRate");

  test("is 41 of 94 over 2019 to 2020: 2021 is not evaluated, and 41 of 139 would mislead", () => {
    expect(rate({ declared: published })).toEqual([
      expect.objectContaining({ from: "2019", to: "2020", numerator: 41, denominator: 94, value: 41 / 94 }),
    ]);
  });

  test("leaves out a year whose councils have not finished, though some are recognised already", () => {
    const counted = [count("registered", 2021, 45), count("recognised", 2021, 3)];
    expect(rate({ declared: published.slice(0, 5), counted })).toMatchObject([
      { numerator: 41, denominator: 139 - 45 },
    ]);
    expect(rate({ counted, evaluated: { 2021: false } })).toEqual([]);
    expect(rate({ counted, evaluated: { 2021: true } })).toMatchObject([
      { from: "2021", numerator: 3, denominator: 45 },
    ]);
  });

  test("is told apart on either side of a year that was not evaluated, and claims no year it leaves out", () => {
    const gap = [2019, 2021, 2022].flatMap((year) => [
      declare("registered", year, year, 10),
      declare("recognised", year, year, 4),
    ]);
    expect(rate({ declared: [...gap, declare("registered", 2020, 2020, 9)], to: 2022 })).toMatchObject([
      { from: "2019", to: "2019", numerator: 4, denominator: 10 },
      { from: "2021", to: "2022", numerator: 8, denominator: 20 },
    ]);
  });

  test("is unknown, not zero, where nothing was registered or nothing is known", () => {
    expect(rate({})).toEqual([]);
    expect(
      rate({ declared: [declare("registered", 2019, 2019, 0), declare("recognised", 2019, 2019, 0)] }),
    ).toEqual([]);
  });

  test("is zero where none of those registered was recognised", () => {
    expect(
      rate({ declared: [declare("registered", 2019, 2019, 9), declare("recognised", 2019, 2019, 0)] }),
    ).toMatchObject([{ value: 0, numerator: 0, denominator: 9 }]);
  });

  test("is zero too where the councils finished and recognised nothing, which leaves no count behind", () => {
    const counted = [count("registered", 2021, 5)];
    expect(find(resolve({ counted, evaluated: { 2021: true } }), "recognised", 2021)?.value).toBe(0);
    expect(find(resolve({ counted, evaluated: { 2021: false } }), "recognised", 2021)).toBeUndefined();
    expect(rate({ counted, evaluated: { 2021: true } })).toMatchObject([{ numerator: 0, denominator: 5 }]);
  });

  test("that somebody declared for the same period is theirs alone", () => {
    const declared = [...published, declare("recognitionRate", 2019, 2020, 0.44)];
    expect(rate({ declared })).toMatchObject([{ value: 0.44, origin: "document" }]);
  });
});

test("the figure of one year is found by that year alone", () => {
  const figures = resolve({ declared: [...published, declare("registered", 2019, 2021, 139)] });
  expect(figureOf(figures, "registered", 2019)?.value).toBe(48);
  expect(figureOf(figures, "registered", 2018)).toBeUndefined();
});

describe("a declared figure is refused", () => {
  test.each([
    [{ value: -1 }, "/value", "figure.value.invalid"],
    [{ value: "48" }, "/value", "figure.value.invalid"],
    [{ key: "Registered!" }, "/key", "figure.key.invalid"],
    [{ from: "19" }, "/from", "period.invalid"],
    [{ to: "2021-11-31" }, "/to", "period.invalid"],
    [{ qualifier: "maybe" }, "/qualifier", "figure.qualifier.invalid"],
    [{ measure: "" }, "/measure", "figure.measure.required"],
    [{ author: "x" }, "/author", "field.unknown"],
  ])("with %j", (changes, pointer, code) => {
    expect(validate(DeclaredFigure, { ...published[0], ...changes })).toEqual({
      ok: false,
      errors: [{ pointer, code }],
    });
  });
});

test("every part of a total in the catalogue names a key of the catalogue", () => {
  for (const { partOf } of Object.values(catalogue))
    for (const whole of partOf) expect(catalogue).toHaveProperty([whole]);
});
