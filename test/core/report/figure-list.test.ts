import { describe, expect, test } from "vitest";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { buildReport } from "#core/report/report.ts";
import { declare, declaredInput, textOf } from "./example-input.ts";

const year = { from: "2023", to: "2023" };
const give = (key: string, value: number, more: Partial<DeclaredFigure> = {}) =>
  declare(key, value, { ...year, measure: "cá nhân", section: "commendation", ...more });

function linesOf(rows: DeclaredFigure[]): string[] {
  const { sections } = buildReport(declaredInput(rows, { period: year }));
  return sections.flatMap((section) => textOf(section).split("\n").slice(1));
}

describe("a sentence that states several figures", () => {
  const sentence = "10 cá nhân và 7 cá nhân được tặng Bằng khen.";

  test("leaves an equal number of something else in a line of its own", () => {
    const lines = linesOf([
      give("own.bangKhen.aaaaa", 10, { label: "Bằng khen", sentence, place: 1 }),
      give("own.giayKhen.aaaaa", 7, { label: "Giấy khen", place: 2 }),
    ]);
    expect(lines).toEqual(["Năm 2023, toàn xã có:", sentence, "Giấy khen: 7 cá nhân"]);
  });

  test("takes the figure of the same label before any other of that number", () => {
    const lines = linesOf([
      give("own.bangKhen.aaaaa", 10, { label: "Bằng khen", sentence, place: 1 }),
      give("own.giayKhen.aaaaa", 7, { label: "Giấy khen", place: 2 }),
      give("own.bangKhen.bbbbb", 7, { label: "Bằng khen", place: 3 }),
    ]);
    expect(lines).toEqual(["Năm 2023, toàn xã có:", sentence, "Giấy khen: 7 cá nhân"]);
  });

  test("takes a catalogue figure that differs in its recipient alone, each once", () => {
    const both = "Có 9 lượt cá nhân và 9 lượt hộ gia đình được tặng Giấy khen năm 2023.";
    const key = "commendation.commune.praiseCertificate";
    const lines = linesOf([
      give(`${key}.individual`, 9, { label: "Giấy khen", measure: "lượt cá nhân", sentence: both }),
      give(`${key}.household`, 9, { label: "Giấy khen cho hộ", measure: "lượt hộ gia đình" }),
    ]);
    expect(lines.filter((line) => line.includes("9 lượt"))).toEqual([both]);
  });
});

test("a ratio keeps its measure, alternatives are words of a list", () => {
  const lines = linesOf([
    give("own.thuNhap.aaaaa", 48.5, { label: "Thu nhập", measure: "triệu đồng/người", place: 1 }),
    give("own.bieuDuong.aaaaa", 276, { label: "Được biểu dương", measure: "tập thể/cá nhân", place: 2 }),
  ]);
  expect(lines.slice(1)).toEqual([
    "Thu nhập: 48,5 triệu đồng/người",
    "Được biểu dương: 276 tập thể và cá nhân",
  ]);
});
