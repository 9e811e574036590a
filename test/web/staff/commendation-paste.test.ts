import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awardFormKeys, nameForm } from "#core/commendation/forms.ts";
import { splitCells } from "../../../web/src/staff/commendation/adding/pasted-cells.ts";
import { templateHeads } from "../../../web/src/staff/commendation/adding/pasted-columns.ts";
import { type CommonValues, readPaste } from "../../../web/src/staff/commendation/adding/pasted-lines.ts";
import { emptyLine, readLine } from "../../../web/src/staff/commendation/lines/typed-line.ts";

const common: CommonValues = {
  recipientKind: "individual",
  form: "praiseCertificate",
  achievement: "",
  from: "2026",
  to: "2026",
};

const read = (rows: readonly (readonly string[])[], level: "commune" | "province" = "commune") =>
  readPaste(rows.map((cells) => cells.join("\t")).join("\n"), common, level);

/** A cell as Excel copies it. */
const copy = (cell: string) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe("cells of the clipboard", () => {
  test("any cells come back as they were copied", () => {
    const letters = fc.constantFrom("a", "Đ", '"', "\t", "\n", " ", "1");
    const cell = fc.array(letters, { maxLength: 6 }).map((all) => all.join(""));
    const row = fc
      .array(cell, { minLength: 1, maxLength: 4 })
      .filter((cells) => cells.some((c) => c.trim() !== ""));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const text = rows.map((cells) => cells.map(copy).join("\t") + end).join("");
        expect(splitCells(text)).toEqual(rows);
      }),
    );
  });

  test("a quote that nothing closes is a letter of its cell", () => {
    expect(splitCells('"Sổ tay\tb\n"c" d\te')).toEqual([
      ['"Sổ tay', "b"],
      ['"c" d', "e"],
    ]);
  });
});

describe("pasted lines", () => {
  test("heads may stand in any order; running numbers are left out and unknown heads told", () => {
    const { rows, columns, unknown } = read([
      ["STT", "Thành tích", "Họ tên", "Ngày sinh", "Điện thoại"],
      ["1", "Hiến đất", "Nguyễn Thị Hoa", "08/03/1984", "0900"],
    ]);
    expect(columns).toEqual(["name", "birthYear", "achievement"]);
    expect(unknown).toEqual(["Điện thoại"]);
    expect(rows[0]).toMatchObject({
      row: 2,
      line: {
        name: "Nguyễn Thị Hoa",
        birthYear: 1984,
        achievement: "Hiến đất",
        form: "praiseCertificate",
        from: "2026",
      },
    });
  });

  test("without heads the order is the template's", () => {
    const [row] = read([
      [
        "Tập thể",
        "Thôn 1",
        "",
        "",
        "",
        "",
        "x",
        "Mặt trận",
        "Bằng khen",
        "Dẫn đầu",
        "2025",
        "15/3/2026",
        "",
        "1.500.000 đ",
        "Lần đầu",
      ],
    ]).rows;
    expect(templateHeads).toHaveLength(15);
    expect(row?.line).toEqual({
      recipientKind: "collective",
      name: "Thôn 1",
      birthYear: null,
      sex: null,
      position: "",
      workplace: "",
      leader: true,
      system: "front",
      form: "meritCertificate",
      achievement: "Dẫn đầu",
      from: "2025",
      to: "2026-03-15",
      initiative: null,
      model: null,
      money: 1_500_000,
      note: "Lần đầu",
    });
  });

  test.each([
    ["name", ["Họ và tên", "Đơn vị"], ["", "Thôn 1"], "commendation.name.required"],
    ["birthYear", ["Họ và tên", "Năm sinh"], ["Hoa", "84"], "commendation.birthYear.invalid"],
    ["recipientKind", ["Họ và tên", "Đối tượng"], ["Hoa", "Ai đó"], "commendation.recipientKind.invalid"],
    ["form", ["Họ và tên", "Hình thức"], ["Hoa", "Bằng vàng"], "commendation.form.invalid"],
    ["leader", ["Họ và tên", "Lãnh đạo"], ["Hoa", "có lẽ"], "field.invalid"],
    ["money", ["Họ và tên", "Số tiền"], ["Hoa", "hơn 500.000"], "commendation.money.invalid"],
    ["to", ["Họ và tên", "Từ", "Đến"], ["Hoa", "2026", "2025"], "commendation.period.backwards"],
    ["from", ["Họ và tên", "Từ"], ["Hoa", "năm ngoái"], "period.invalid"],
    ["birthYear", ["Họ và tên", "Năm sinh"], ["Hoa", "31/02/1980"], "commendation.cell.day"],
    ["from", ["Họ và tên", "Từ"], ["Hoa", "31/02/2026"], "period.invalid"],
    ["name", ["Họ và tên", "Đơn vị"], ["#REF!", "Thôn 1"], "commendation.cell.error"],
    ["name", ["Họ và tên", "Đơn vị"], [" #n/a ", "Thôn 1"], "commendation.cell.error"],
    ["workplace", ["Họ và tên", "Đơn vị"], ["Hoa", "#VALUE!"], "commendation.cell.error"],
    ["achievement", ["Họ và tên", "Thành tích"], ["Hoa", "#DIV/0!"], "commendation.cell.error"],
    ["position", ["Họ và tên", "Chức vụ"], ["Hoa", "#NAME?"], "commendation.cell.error"],
    ["money", ["Họ và tên", "Số tiền"], ["Hoa", "#NUM!"], "commendation.cell.error"],
    ["note", ["Họ và tên", "Ghi chú"], ["Hoa", "#NULL!"], "commendation.cell.error"],
    ["birthYear", ["Họ và tên", "Năm sinh"], ["Hoa", "#SPILL!"], "commendation.cell.error"],
    ["money", ["Họ và tên", "Số tiền"], ["Hoa", "9007199254740993"], "commendation.money.invalid"],
  ] as const)("a fault of %s stands at its column", (column, heads, cells, code) => {
    const [row] = read([heads, cells]).rows;
    expect(row?.line).toBeNull();
    expect(row?.faults.map((fault) => [fault.column, fault.code])).toEqual([[column, code]]);
  });

  test.each([
    ["Ông Lê Văn Chín", "", "Lê Văn Chín", "male", "Ông"],
    ["BÀ  LÊ THỊ HOA", "", "LÊ THỊ HOA", "female", "BÀ"],
    ["Bà: Lê Thị Hoa", "Nữ", "Lê Thị Hoa", "female", "Bà"],
    ["Ông Chín", "", "Chín", "male", "Ông"],
    ["Đồng chí Lê Văn Chín", "", "Lê Văn Chín", null, "Đồng chí"],
    ["Đ/c Lê Văn Chín", "Nam", "Lê Văn Chín", "male", "Đ/c"],
    ["Đồng chí Bà Lê Thị Hoa", "", "Lê Thị Hoa", "female", "Đồng chí Bà"],
    ["Chị Lê Thị Hoa", "", "Lê Thị Hoa", "female", "Chị"],
    ["Ông Ông Ích Khiêm", "", "Ông Ích Khiêm", "male", "Ông"],
    ["Ông Lê Văn Chín", "Nữ", "Ông Lê Văn Chín", "female", null],
    ["Ông Bà Chín", "", "Ông Bà Chín", null, null],
    ["Bà con thôn 1", "", "Bà con thôn 1", null, null],
    ["Anh Thư", "", "Anh Thư", null, null],
    ["Bành Văn Tám", "", "Bành Văn Tám", null, null],
    ["Ông", "", "Ông", null, null],
  ])("%j of sex %j is named %j", (name, typed, named, sex, address) => {
    const [row] = read([
      ["Họ và tên", "Giới tính"],
      [name, typed],
    ]).rows;
    expect(row).toMatchObject({ line: { name: named, sex }, address });
  });

  test("a body keeps its name", () => {
    const [row] = read([
      ["Đối tượng", "Họ và tên"],
      ["Hộ gia đình", "Ông Lê Văn Chín"],
    ]).rows;
    expect(row).toMatchObject({ line: { name: "Ông Lê Văn Chín" }, address: null });
  });

  test("a typed name loses its form of address, unless it was stored so", () => {
    const typed = { ...emptyLine("praiseCertificate", 2026), name: "Ông Ích Khiêm" };
    expect(readLine(typed)).toMatchObject({ name: "Ích Khiêm", sex: "male" });
    expect(readLine(typed, { name: "Ông Ích Khiêm" })).toMatchObject({ name: "Ông Ích Khiêm", sex: null });
  });

  test("every form is read by its name at the level", () => {
    for (const level of ["commune", "province"] as const)
      for (const key of awardFormKeys) {
        const [row] = read(
          [
            ["Họ và tên", "Hình thức"],
            ["Hoa", nameForm(key, level)],
          ],
          level,
        ).rows;
        expect(row?.line?.form, nameForm(key, level)).toBe(key);
      }
  });

  test("no text makes it throw, and a line is there exactly where no fault is", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: fc.constantFrom("\t", "\n", '"', "1", "ă", "2026", " ") }),
        (text) => {
          for (const { line, faults } of readPaste(text, common, "commune").rows)
            expect(line === null).toBe(faults.length > 0);
        },
      ),
    );
  });
});
