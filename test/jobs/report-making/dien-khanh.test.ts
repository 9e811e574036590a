import { describe, expect, test } from "vitest";
import { boundValue } from "#core/base/period.ts";
import { buildReport } from "#core/report/report.ts";
import { example, exampleInput, figureAt, statedIn, textOf } from "../../core/report/example-input.ts";

const report = buildReport(exampleInput());
const { figures, warnings, sections } = report;

describe("the figures of Diên Khánh, 2019 to 2021", () => {
  test.each(example.figures.map((row) => [`${row.key} ${row.from}–${row.to}`, row] as const))(
    "%s is there as it was declared",
    (_, row) => {
      const figure = figures.find(
        ({ key, from, to }) => key === row.key && from === boundValue(row.from) && to === boundValue(row.to),
      );
      expect(figure).toMatchObject({
        value: row.value,
        measure: row.measure,
        label: row.label,
        qualifier: row.qualifier,
        origin: "document",
      });
      expect(figure?.sources).toMatchObject([
        { type: "document", id: "bai-dang-2021-03-26", issuedOn: "2021-03-26" },
      ]);
    },
  );

  test("are 38 rows and the rate, none twice", () => {
    expect(example.figures).toHaveLength(38);
    expect(figures).toHaveLength(39);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(39);
  });

  test("say what everybody knows of them", () => {
    expect(figureAt(figures, "registered", 2019, 2021).value).toBe(139);
    expect(figureAt(figures, "recognised", 2019)).toMatchObject({ value: 20, counted: 7 });
    expect(figureAt(figures, "registered", 2019).value).toBe(48);
    expect(figureAt(figures, "recognised", 2020)).toMatchObject({ value: 21, counted: 11 });
    expect(figureAt(figures, "registered", 2020).value).toBe(46);
    expect(figureAt(figures, "recognised", 2021)).toMatchObject({ value: null, counted: null });
    expect(
      figureAt(figures, "commendation.fiveYear.district.praiseCertificate.individual", 2016, 2020).value,
    ).toBe(274);
    expect(figureAt(figures, "launch.hamlets", 2019, 2021).value).toBe(93);
  });

  test("give the rate as 41 of 94 over the evaluated years, and say which year it leaves out", () => {
    const rate = figureAt(figures, "recognitionRate", 2019, 2020);
    expect(rate).toMatchObject({ numerator: 41, denominator: 94, origin: "derived" });
    expect(rate.value).toBeCloseTo(41 / 94, 12);
    expect(rate.sources.map((source) => source.type)).toEqual(["document"]);
    expect(figures.filter(({ key }) => key === "recognitionRate")).toHaveLength(1);
    const unfinished = warnings.filter(({ code }) => code === "rate.unfinishedYear");
    expect(unfinished).toHaveLength(1);
    expect(unfinished[0]?.message).toContain("năm 2021");
  });

  test("hold exactly one suspected total: 724 is 305 and 419", () => {
    expect(warnings.filter(({ code }) => code === "total.mislabelled")).toMatchObject([
      {
        figures: ["commendation.district.excellent.individual"],
        from: 2019,
        to: 2020,
        related: ["commendation.movement.collective", "commendation.movement.individual"],
      },
    ]);
    expect(figureAt(figures, "commendation.district.excellent.individual", 2019, 2020).value).toBe(724);
  });

  test("raise no other warning", () => {
    expect(warnings.map(({ code }) => code).sort()).toEqual(["rate.unfinishedYear", "total.mislabelled"]);
  });
});

describe("the sections", () => {
  test("come in the order of the movement's reports", () => {
    expect(sections.map(({ id, number }) => [number, id])).toEqual([
      ["", "basis"],
      ["1", "launch"],
      ["2", "results"],
      ["2a", "registered"],
      ["2b", "evaluated"],
      ["2c", "recognised"],
      ["2d", "models"],
      ["3", "commendation"],
    ]);
  });

  test("state every figure, each under its own key", () => {
    const stated = new Set(sections.flatMap(statedIn));
    expect(figures.filter(({ id }) => !stated.has(id))).toEqual([]);
    const keys = new Set(sections.flatMap((section) => section.figures));
    expect(new Set(figures.map(({ key }) => key))).toEqual(keys);
  });

  test("name the six documents of the basis and the article itself", () => {
    const basis = sections[0] && textOf(sections[0]);
    for (const symbol of [
      "592/MTTQ-BTT",
      "32/TT-MTTW-BTT",
      "4682/KHLT-MTTQ-UBND",
      "15/ĐA-MTTW-BTT",
      "17/HD-MTTQ-BTT",
      "01/KHLT-MTTQ-UBND",
    ])
      expect(basis).toContain(symbol);
    expect(basis).toContain("ngày 26/3/2021");
  });

  test("name the 18 titles under their year and system, with the organisation", () => {
    const recognised = sections.find(({ id }) => id === "recognised");
    const named = recognised?.lists.map(({ lead, items }) => [
      lead[0],
      items.map(({ runs, items }) => [runs[0], items.length]),
    ]);
    expect(named).toEqual([
      [
        "Năm 2019: ",
        [
          ["Hệ thống Mặt trận:", 4],
          ["Các tổ chức thành viên:", 3],
        ],
      ],
      [
        "Năm 2020: ",
        [
          ["Hệ thống Mặt trận:", 5],
          ["Các tổ chức thành viên:", 6],
        ],
      ],
      ["Năm 2021: ", []],
    ]);
    const text = recognised ? textOf(recognised) : "";
    for (const { title } of example.initiatives) expect(text).toContain(`“${title}”`);
    expect(example.initiatives).toHaveLength(18);
    expect(text).toContain("của Hội Nông dân");
    expect(text).toContain("(bản đăng in là “Phần mền quản lý đoàn viên, hội viên cơ sở”)");
  });

  test("say an unknown number to be unknown, and never 0", () => {
    const text = sections.map(textOf).join("\n");
    expect(text).toContain("Năm 2021: chưa có số liệu về sáng kiến được công nhận (45 hồ sơ đăng ký).");
    expect(text).not.toMatch(/(?<![\d/.,-])0(?![\d/.,]) /);
  });

  test("tell people beside initiatives, not as a part of them", () => {
    const text = sections.map(textOf).join("\n");
    expect(text).toContain(
      "20 sáng kiến được công nhận trên 48 hồ sơ đăng ký; có 4 cán bộ thuộc hệ thống Mặt trận và 3 cán bộ thuộc các tổ chức thành viên",
    );
  });

  test("put a part under the wholes that hold it, and say lượt where it is lượt", () => {
    const commendation = sections.find(({ id }) => id === "commendation");
    const text = commendation ? textOf(commendation) : "";
    expect(text).toContain(
      "Chủ tịch UBND huyện tặng Giấy khen cho 67 tập thể và 274 cá nhân của các cơ quan, tổ chức, đơn vị và địa phương, trong đó:",
    );
    expect(text).toContain("20 hộ gia đình");
    expect(text).toContain(
      "Khen thành tích phong trào và chuyên đề: 305 lượt tập thể và 419 lượt cá nhân, trong đó:",
    );
    expect(text).toContain("22 lượt cá nhân là lãnh đạo (cấp trưởng, cấp phó và tương đương)");
    expect(text).toContain("Bằng khen: 10 tập thể và 7 cá nhân");
  });
});

describe("the hash of the data", () => {
  test("does not depend on the order in which they come, nor on other years", () => {
    const input = exampleInput();
    const turned = exampleInput({
      rows: {
        declared: input.rows.declared.toReversed(),
        counted: [
          ...input.rows.counted.toReversed(),
          { unit: "dien-khanh", key: "registered", dimension: "", year: 2026, value: 3 },
        ],
      },
      recognised: input.recognised.toReversed(),
      documents: new Map([...input.documents].toReversed()),
    });
    expect(buildReport(turned)).toEqual(report);
  });

  test("changes with any value", () => {
    const [first, ...others] = example.figures;
    if (!first) throw new Error("no figures");
    const changed = exampleInput({
      rows: { ...exampleInput().rows, declared: [{ ...first, value: 98 }, ...others] },
    });
    expect(buildReport(changed).dataHash).not.toBe(report.dataHash);
  });
});

describe("with the texts of the workbook", () => {
  const written = buildReport(exampleInput({ texts: example.texts }));
  const text = written.sections.map(textOf).join("\n");

  test("the sections come in the article's order, outreach between launch and results", () => {
    expect(written.sections.map(({ number, id }) => [number, id])).toEqual([
      ["", "opening"],
      ["", "basis"],
      ["1", "launch"],
      ["2", "outreach"],
      ["3", "results"],
      ["3a", "registered"],
      ["3b", "evaluated"],
      ["3c", "recognised"],
      ["3d", "models"],
      ["4", "commendation"],
    ]);
  });

  test.each([
    "Công văn số 592/MTTQ-BTT ngày 15/3/2021",
    "ngày 25/3/2021",
    "97 cơ quan, tổ chức, đơn vị",
    "93 thôn, tổ dân phố",
    "hội nghị triển khai phong trào thi đua hằng năm",
    "năng suất lao động ở các đơn vị sản xuất, kinh doanh, hộ gia đình",
    "hệ thống truyền thanh huyện và cơ sở",
    "Đối tượng: cán bộ, công chức, viên chức",
    "139 hồ sơ",
    "Tháng 12 hằng năm",
    "là thành viên Hội đồng",
    "tính mới, tính phù hợp, tính tập thể, tính thiết thực, tính kinh tế và hiệu quả",
    "Thông tư số 04/2011/TT-BVHTTDL",
    "tuyến đường hoa",
    "thắp sáng đường quê",
    "mô hình hiệu quả từ năm 2019",
    "vào dịp tổng kết công tác năm",
    "Chủ tịch UBND tỉnh tặng cờ thi đua xuất sắc cho 6 lượt tập thể",
    "xếp nhất, nhì, ba của khối",
    "cấp trưởng, cấp phó và tương đương",
    "tập thể Ủy ban MTTQ Việt Nam huyện và 2 cán bộ trong hệ thống Mặt trận",
    "phong trào thi đua yêu nước 5 năm",
  ])("states: %s", (fact) => expect(text).toContain(fact));

  test("the commendations keep the article's order", () => {
    const commendation = written.sections.find(({ id }) => id === "commendation");
    const values = (commendation ? statedIn(commendation) : []).map(
      (id) => figures.find((figure) => figure.id === id)?.value,
    );
    expect(values).toEqual([
      9, 9, 6, 31, 10, 7, 22, 41, 104, 724, 305, 419, 22, 15, 23, 67, 274, 20, 3, 5, 8, 1, 22,
    ]);
  });

  test("the warnings stay the same two", () => {
    expect(written.warnings.map(({ code }) => code).sort()).toEqual([
      "rate.unfinishedYear",
      "total.mislabelled",
    ]);
  });
});
