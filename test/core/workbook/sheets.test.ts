import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureKinds } from "#core/figures/figure.ts";
import { figureSections } from "#core/figures/section.ts";
import { applicationFields } from "#core/initiatives/application.ts";
import type { Author } from "#core/initiatives/person.ts";
import type { Unit } from "#core/units/unit.ts";
import { readCells, type SheetCell } from "#core/workbook/sheets/cell.ts";
import { figureSheet } from "#core/workbook/sheets/figure-sheet.ts";
import { readHeader } from "#core/workbook/sheets/header.ts";
import { joinParts, splitParts } from "#core/workbook/sheets/line-parts.ts";
import { type PaperRow, registerSheet } from "#core/workbook/sheets/register-sheet.ts";
import type { SheetColumn, SheetDefinition, SheetValue } from "#core/workbook/sheets/sheet.ts";
import { sheetDefinitions, sheetNames } from "#core/workbook/sheets/sheets.ts";
import { unitSheet } from "#core/workbook/sheets/unit-sheet.ts";
import { fieldWords } from "#core/workbook/sheets/words.ts";
import { author, buildInitiative } from "../../support/submissions.ts";

const cellOf = (value: SheetValue): SheetCell | undefined => {
  if (value === null) return undefined;
  if (typeof value === "number") return { kind: "number", value };
  return typeof value === "string" ? { kind: "text", value } : { kind: "day", value: value.day };
};

/** A record through its row and back. */
function through<R>(sheet: SheetDefinition<R>, record: R) {
  const row = sheet.write(record);
  const { values, faults } = readCells(sheet.columns, (column) =>
    cellOf(row[sheet.columns.indexOf(column)] ?? null),
  );
  expect(faults).toEqual([]);
  return sheet.read(values);
}

const column = (kind: SheetColumn["kind"], more: Partial<SheetColumn> = {}): SheetColumn => ({
  key: "c",
  header: "Cột",
  kind,
  ...more,
});
const read = (of: SheetColumn, cell: SheetCell | undefined) => {
  const { values, faults } = readCells([of], () => cell);
  return faults[0]?.code ?? values.c;
};
const text = (value: string): SheetCell => ({ kind: "text", value });

describe("a cell", () => {
  it.each(["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", " #ref! "])(
    "with the text %s of an error is refused in every column",
    (error) => {
      for (const kind of ["text", "number", "day"] as const)
        expect(read(column(kind), text(error)), kind).toBe("cell.error");
      expect(read(column("text"), text(`Sửa lỗi ${error}`))).toBe(`Sửa lỗi ${error.trim()}`);
    },
  );

  it.each([
    ["12", 12],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["1.234.567", 1_234_567],
    ["1.234,5", 1_234.5],
    ["1,234.5", 1_234.5],
    ["1.234", "cell.number.unclear"],
    ["1.23.4", "cell.number"],
    ["hơn 12", "cell.number.qualified"],
  ])("of a number typed as %s is %s", (typed, expected) => {
    expect(read(column("number"), text(typed))).toBe(expected);
  });

  it.each([
    ["5/3/2026", "2026-03-05"],
    ["05-03-2026", "2026-03-05"],
    ["2026-03-05", "2026-03-05"],
    ["31/02/2026", "cell.day"],
    ["3/2026", "cell.day"],
  ])("of a day typed as %s is %s", (typed, expected) => {
    expect(read(column("day"), text(typed))).toBe(expected);
  });

  it("holds no formula, no error, and no number where a day belongs", () => {
    expect(read(column("number"), { kind: "formula", formula: "A1+1" })).toBe("cell.formula");
    expect(read(column("text"), { kind: "error", value: "#REF!" })).toBe("cell.error");
    expect(read(column("day"), { kind: "number", value: 46_000 })).toBe("cell.day");
    expect(read(column("text", { required: true }), undefined)).toBe("cell.required");
  });

  it("of words is known in any case and in either form of Unicode", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...applicationFields),
        fc.boolean(),
        fc.boolean(),
        (code, decomposed, upper) => {
          const word = upper ? fieldWords[code].toUpperCase() : fieldWords[code];
          const codes = Object.fromEntries(Object.entries(fieldWords).map(([key, value]) => [value, key]));
          expect(
            read(column("text", { codes }), text(`  ${word.normalize(decomposed ? "NFD" : "NFC")} `)),
          ).toBe(code);
        },
      ),
    );
  });
});

describe("heads", () => {
  const columns = [
    column("text", { key: "a", header: "Tên", required: true }),
    column("number", { key: "b", header: "Năm" }),
  ];
  const heads = (...names: string[]) =>
    readHeader(columns, new Map(names.map((name, at) => [at, text(name)])), ["Lỗi cần sửa"]);

  it("may stand in any order, marked or not, in either form of Unicode", () => {
    const { positions, faults } = heads("Năm".normalize("NFD"), "tên *", "Lỗi cần sửa");
    expect(Object.fromEntries(positions)).toEqual({ a: 1, b: 0 });
    expect(faults).toEqual([]);
  });

  it("that are renamed, missing, or there twice are told", () => {
    expect(heads("Họ tên", "Năm", "Năm").faults.map(({ at, code }) => [at, code])).toEqual([
      [0, "sheet.column.unknown"],
      [2, "sheet.column.twice"],
      [0, "sheet.column.missing"],
    ]);
  });
});

describe("a record goes through its row and back", () => {
  it("for units with a past", () => {
    const unit: Unit = {
      id: "xa-a",
      code: "22651",
      name: "Xã A",
      level: "commune",
      system: "government",
      parent: "tinh-b",
      validFrom: "2020-01-01",
      validTo: "2025-06-30",
      successors: ["xa-c", "xa-d"],
      earlier: [
        { until: "2021-12-31", code: "1", name: "Xã A cũ", parent: null },
        { until: "2023-12-31", code: "2", name: "Xã A", parent: "huyen-e" },
      ],
    };
    expect(through(unitSheet, unit)).toEqual({ record: unit, faults: [] });
  });

  it("for any declared figure", () => {
    const bound = fc.oneof(fc.constant("2019"), fc.constant("2021-06-30"));
    const figures = fc.record({
      unit: fc.constant("xa-a"),
      key: fc.constantFrom("models.built", "own.abcde"),
      label: fc.constantFrom("Mô hình", "Số hộ: “khá”"),
      from: bound,
      to: bound,
      value: fc.option(fc.nat(1_000_000)),
      qualifier: fc.option(fc.constantFrom("moreThan", "nearly", "about", "over")),
      measure: fc.constant("mô hình"),
      partOf: fc.constantFrom([], ["registered"], ["registered", "Ý tưởng dự thi"]),
      kind: fc.constantFrom(...figureKinds),
      section: fc.option(fc.constantFrom(...figureSections)),
      place: fc.option(fc.nat(9_999)),
      sentence: fc.constantFrom("", "Toàn xã có 12 mô hình; nhân rộng 3 mô hình."),
      document: fc.option(fc.constant("cong-van-1")),
      note: fc.constantFrom("", "Ghi chú; có dấu chấm phẩy"),
      why: fc.constant(""),
      withdrawn: fc.constant(false),
    });
    fc.assert(
      fc.property(figures, (figure) => {
        expect(through(figureSheet, figure as never)).toEqual({ record: figure, faults: [] });
      }),
    );
  });

  it("for a paper dossier by a collective and a person of an organisation beyond the list", () => {
    const { application } = buildInitiative();
    const { consent: _, ...rest } = application;
    const authors: Author[] = [
      {
        ...{ ...author, kind: "collective", representative: "Lê Thị Hoa", birthDate: "", share: 60 },
        ...{ affiliation: "memberOrganisation", organisation: "women" },
      },
      {
        ...{
          ...author,
          fullName: "Huỳnh Ngọc Quý",
          affiliation: "memberOrganisation",
          organisation: "other",
        },
        ...{ organisationName: "Hội Người mù", share: 40 },
      },
    ];
    const row: PaperRow = {
      ...{ key: "1", campaign: null, unit: "xa-a", receivedOn: "2026-05-04", acceptedOn: null },
      application: { ...rest, authors, participants: [] },
    };
    expect(through(registerSheet, row)).toEqual({ record: row, faults: [] });
  });

  it("and a register of before, whose columns say nothing of where authors stand, is read as ever", () => {
    const kept = registerSheet.columns.filter(({ mayLack }) => !mayLack);
    const names = new Map(kept.map(({ header }, at) => [at, text(header)]));
    expect(readHeader(registerSheet.columns, names, []).faults).toEqual([]);
    expect(registerSheet.columns.filter(({ mayLack }) => mayLack)).toHaveLength(15);
  });

  it("and no two sheets or columns share a name", () => {
    expect(new Set(sheetNames.map((name) => sheetDefinitions[name].name)).size).toBe(sheetNames.length);
    for (const name of sheetNames) {
      const heads = sheetDefinitions[name].columns.map(({ header }) => header);
      expect(new Set(heads).size, name).toBe(heads.length);
    }
  });
});

it("parts of a line come back as they were, whatever signs they hold, and as people type them", () => {
  const sign = fc.constantFrom("a", "|", "\\", "↵", "\n", " ", "ế");
  const part = fc
    .array(sign, { minLength: 1, maxLength: 8 })
    .map((found) => found.join("").trim())
    .filter((text) => text !== "");
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const line = joinParts(parts);
      expect(line).not.toContain("\n");
      expect(splitParts(line)).toEqual(parts);
    }),
  );
  expect(splitParts("2025 |20/12/2025| Có|  xã | C:\\tệp")).toEqual([
    "2025",
    "20/12/2025",
    "Có",
    "xã",
    "C:\\tệp",
  ]);
});
