import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import {
  declareFigure,
  type FigureAuthor,
  keyOfLabel,
  parseDeclared,
  readDeclaredId,
} from "#core/figures/declared-figure.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { declareParticipation } from "#core/figures/participation.ts";
import { declaredForm } from "../../support/declared.ts";
import { buildCampaign, province } from "../../support/units.ts";

const author: FigureAuthor = { staff: "s", name: "Trần Thị Hạnh", at: "2026-06-15T05:00:00.000Z" };
const known = {
  documents: new Set(["cv-1"]),
  wholes: new Set(["models.built", "registered"]),
  today: "2026-06-15",
};
const codes = (changes: object) => {
  try {
    parseDeclared({ ...declaredForm(), ...changes }, known);
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
};

describe("the key of a label", () => {
  it("is the same however it was typed, and another for another label", () => {
    expect(keyOfLabel("Số tiền làm lợi", "đồng")).toMatch(/^own\.soTienLamLoi\.[a-z]{5}$/);
    expect(keyOfLabel("  SỐ tiền  làm lợi ", "đồng")).toBe(
      keyOfLabel("Số tiền làm lợi".normalize("NFD"), "đồng"),
    );
    expect(keyOfLabel("Hòa", "đồng")).not.toBe(keyOfLabel("Hoà bình", "đồng"));
    expect(keyOfLabel("Bằng khen", "tập thể")).not.toBe(keyOfLabel("Bằng khen", "cá nhân"));
    expect(keyOfLabel("Khóa 1", "đồng")).not.toBe(keyOfLabel("Khóa 2", "đồng"));
  });

  it("is one that the store takes, whatever the label", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (label) => {
        const key = keyOfLabel(label, "hồ sơ");
        expect(readDeclaredId(`${key}~2019~2020-06-30`)?.key).toBe(key);
      }),
    );
  });
});

describe("a declared figure", () => {
  it("says what is wrong with it", () => {
    expect(codes({ from: "2021", to: "2020" })).toEqual(["/to figure.period.backwards"]);
    expect(codes({ from: "2021-06-30", to: "2021" })).toEqual([]);
    expect(codes({ from: "2021-06-30", to: "2021-06-29" })).toEqual(["/to figure.period.backwards"]);
    expect(codes({ value: null, qualifier: "moreThan" })).toEqual(["/qualifier figure.qualifier.unknown"]);
    expect(codes({ value: -1 })).toEqual(["/value figure.value.invalid"]);
    expect(codes({ document: "khong-co" })).toEqual(["/document campaign.basis.unknown"]);
    expect(codes({ key: "registered", partOf: ["registered", "khong.co", "models.built"] })).toEqual([
      "/partOf/0 figure.partOf.itself",
      "/partOf/1 figure.partOf.unknown",
    ]);
    expect(codes({ key: "recognitionRate" })).toEqual(["/key figure.key.derived"]);
  });

  it("of the catalogue keeps a measure of its own", () => {
    expect(parseDeclared(declaredForm({ key: "models.built", measure: "cái" }), known).measure).toBe("cái");
    expect(parseDeclared(declaredForm({ measure: "cái" }), known).measure).toBe("cái");
    for (const key of Object.getOwnPropertyNames(Object.prototype).filter((name) =>
      /^[a-z][A-Za-z]*$/.test(name),
    ))
      expect(parseDeclared(declaredForm({ key, measure: "cái" }), known), key).toMatchObject({
        key,
        measure: "cái",
      });
  });

  it("as of a day begins and ends on that day", () => {
    const stock = (from: string, to: string) => codes({ kind: "stock", from, to });
    expect(stock("2022-07-31", "2022-07-31")).toEqual([]);
    expect(stock("2022-07-01", "2022-07-31")).toEqual(["/to figure.stock.day"]);
    expect(stock("2022", "2022")).toEqual(["/to figure.stock.day"]);
  });

  it("keeps what stood before each correction, oldest first, and says nothing twice", () => {
    const form = (changes: object) => parseDeclared(declaredForm({ key: "models.built", ...changes }), known);
    const first = declareFigure("don-vi", form({ value: 5 }), null, author) as DeclaredFigure;
    expect(first).toMatchObject({ version: 1, value: 5, earlier: [], declaredBy: author });
    expect(declareFigure("don-vi", form({ value: 5 }), first, author)).toBeNull();
    expect(() => declareFigure("don-vi", form({ value: 6 }), first, author)).toThrow(Problem);
    const second = declareFigure(
      "don-vi",
      form({ value: 6, why: "đếm sót" }),
      first,
      author,
    ) as DeclaredFigure;
    const third = declareFigure(
      "don-vi",
      form({ value: 6, withdrawn: true, why: "khai nhầm đơn vị" }),
      second,
      author,
    ) as DeclaredFigure;
    expect(third).toMatchObject({ version: 3, withdrawn: true });
    expect(third.earlier?.map(({ value, why }) => [value, why])).toEqual([
      [5, "đếm sót"],
      [6, "khai nhầm đơn vị"],
    ]);
    expect(declareFigure("don-vi", form({ value: 7 }), third, author)).toMatchObject({
      withdrawn: false,
      version: 4,
    });
  });
});

describe("who takes part", () => {
  const campaign = buildCampaign({ participation: { organisations: 97, hamlets: null, units: [] } });

  it("is declared once, under the launch figures of the unit and year", () => {
    const [change, ...more] = declareParticipation(campaign, [], author, "đợt");
    expect(more).toEqual([]);
    expect(change?.declared).toMatchObject({
      unit: province.id,
      key: "launch.organisations",
      from: "2026",
      to: "2026",
      value: 97,
    });
    expect(declareParticipation(campaign, change ? [change.declared] : [], author, "đợt")).toEqual([]);
    const more98 = { ...campaign, participation: { organisations: 98, hamlets: null, units: [] } };
    const [corrected] = declareParticipation(more98, change ? [change.declared] : [], author, "đợt");
    expect(corrected?.declared).toMatchObject({
      value: 98,
      version: 2,
      earlier: [{ value: 97, why: "đợt" }],
    });
  });

  it("does not overrule a document", () => {
    const [change] = declareParticipation(campaign, [], author, "đợt");
    const printed = { ...change?.declared, value: 90, document: "cv-1" } as DeclaredFigure;
    expect(declareParticipation(campaign, [printed], author, "đợt")).toEqual([]);
  });
});
