import { describe, expect, test } from "vitest";
import { boundValue } from "#core/base/period.ts";
import type { ReportModel, SectionId } from "#core/report/model.ts";
import type { ReportFormat } from "#core/report/record.ts";
import { readFaces } from "../../../functions/documents/faces.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { fileKey } from "../../../functions/jobs/report-making/files.ts";
import { createReportHandler } from "../../../functions/jobs/report-making/making.ts";
import type { Bucket } from "../../../functions/store/aws/objects.ts";
import { loadWorkbook } from "../../../local/example.ts";
import { example, statedIn, textOf } from "../../core/report/example-input.ts";
import { readDocx } from "../../support/docx-text.ts";
import {
  periodText,
  quantityText,
  readHtml,
  readPages,
  readSheets,
  squeeze,
} from "../../support/report-files.ts";
import { createTestTable } from "../../support/table.ts";

/*
 * The article of 26/3/2021 that the example's workbook holds, sentence by sentence: where the report states it. The first
 * words of a sentence come behind those of the sentence before, the others behind the first.
 */
type Sentence = [gist: string, section: SectionId, ...words: [string, ...string[]]];

const sentences: Sentence[] = [
  [
    "the province's letter asks for an evaluation",
    "opening",
    "Công văn số 592/MTTQ-BTT ngày 15/3/2021",
    "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Khánh Hòa",
    "đánh giá kết quả 3 năm triển khai phong trào “Đoàn kết sáng tạo”",
  ],
  [
    "the day, and who evaluated",
    "opening",
    "ngày 25/3/2021",
    "Ban Thường trực Ủy ban MTTQ Việt Nam huyện và lãnh đạo UBND huyện",
    "giai đoạn 2019–2021",
  ],
  ["circular 32", "basis", "Thông tri số 32/TT-MTTW-BTT ngày 16/4/2018 của Ủy ban Trung ương MTTQ Việt Nam"],
  [
    "the province's joint plan",
    "basis",
    "Kế hoạch liên tịch số 4682/KHLT-MTTQ-UBND ngày 20/5/2019",
    "của Ủy ban MTTQ Việt Nam tỉnh và UBND tỉnh Khánh Hòa",
    "triển khai thực hiện Đề án số 15/ĐA-MTTW-BTT ngày 18/8/2017",
  ],
  ["scheme 15", "basis", "Đề án số 15/ĐA-MTTW-BTT ngày 18/8/2017"],
  [
    "guidance 17",
    "basis",
    "Hướng dẫn số 17/HD-MTTQ-BTT ngày 24/3/2020 của Ủy ban MTTQ Việt Nam tỉnh",
    "triển khai Phong trào “Đoàn kết sáng tạo”",
  ],
  [
    "the district's joint plan",
    "basis",
    "Kế hoạch liên tịch số 01/KHLT-MTTQ-UBND ngày 17/6/2019",
    "của Ủy ban MTTQ Việt Nam huyện và UBND huyện",
    "tổ chức Phong trào thi đua “Đoàn kết sáng tạo”",
  ],
  [
    "the launch, by whom and how far",
    "launch",
    "Ủy ban MTTQ Việt Nam huyện cùng lãnh đạo UBND huyện phát động",
    "97 cơ quan, tổ chức, đơn vị, địa phương cơ sở",
    "các tầng lớp nhân dân ở 93 thôn, tổ dân phố trên địa bàn huyện",
  ],
  [
    "through conferences, outreach together with the launch",
    "launch",
    "hội nghị triển khai phong trào thi đua hằng năm",
    "hội nghị chuyên đề của huyện, của ngành cấp trên",
    "mỗi tập thể, cá nhân có cách làm mới, sáng tạo, năng suất, hiệu quả",
    "Cán bộ, công chức, viên chức, người lao động, đoàn viên, hội viên",
    "sáng kiến, ý tưởng mới",
    "nghiên cứu, ứng dụng khoa học",
  ],
  [
    "emulation goes with the quality of work and with productivity",
    "launch",
    "Thi đua “Đoàn kết sáng tạo” gắn với nâng cao hiệu quả, chất lượng công tác",
    "năng suất lao động ở các đơn vị sản xuất, kinh doanh, hộ gia đình",
  ],
  [
    "outreach: what about",
    "outreach",
    "ý nghĩa của sáng kiến, ý tưởng mới",
    "sự cần thiết tổ chức phong trào “Đoàn kết sáng tạo”",
    "vai trò của Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên",
  ],
  [
    "outreach: to apply what was recognised",
    "outreach",
    "Cơ quan, tổ chức, đơn vị, doanh nghiệp được vận động tích cực nghiên cứu, ứng dụng",
    "sáng kiến, ý tưởng đã được xét công nhận",
  ],
  [
    "outreach: in which forms",
    "outreach",
    "hệ thống truyền thanh huyện và cơ sở",
    "trang thông tin điện tử huyện",
    "trang thông tin điện tử các địa phương",
    "trao đổi, lồng ghép với hội nghị, sinh hoạt chi, tổ hội của các đoàn thể",
  ],
  [
    "outreach: for whom",
    "outreach",
    "Đối tượng: cán bộ, công chức, viên chức, người lao động, đoàn viên, hội viên",
    "các tầng lớp nhân dân trên địa bàn toàn huyện",
  ],
  [
    "the council took in 139 dossiers",
    "registered",
    "Hội đồng xét sáng kiến, cải tiến của huyện tiếp nhận hồ sơ đăng ký sáng kiến, cải tiến kinh nghiệm",
    "cán bộ, công chức, viên chức, người lao động trên địa bàn toàn huyện",
    "139 hồ sơ",
  ],
  ["registered in 2019", "registered", "Năm 2019: 48 hồ sơ"],
  ["registered in 2020", "registered", "Năm 2020: 46 hồ sơ"],
  ["registered in 2021", "registered", "Năm 2021: 45 hồ sơ"],
  [
    "each December the council evaluates",
    "evaluated",
    "Tháng 12 hằng năm",
    "báo cáo của các cá nhân",
    "cơ quan, tổ chức, đơn vị, địa phương xét duyệt, công nhận và đề nghị",
    "Hội đồng xét sáng kiến, cải tiến của huyện đánh giá, công nhận",
    "theo các tiêu chí quy định",
  ],
  [
    "the Front and the organisations sit on the council",
    "evaluated",
    "Mặt trận và các tổ chức chính trị – xã hội là thành viên Hội đồng xét duyệt",
    "tham gia xét, công nhận",
  ],
  [
    "what an initiative is, and the criteria",
    "recognised",
    "cán bộ kỹ thuật, cán bộ chuyên môn, cán bộ quản lý",
    "ý tưởng và kinh nghiệm",
    "tăng năng suất, tiết kiệm",
    "tính mới, tính phù hợp, tính tập thể, tính thiết thực, tính kinh tế và hiệu quả",
    "được Hội đồng xét duyệt huyện cho phổ biến, áp dụng",
  ],
  [
    "recognised in 2019",
    "recognised",
    "20 sáng kiến được công nhận trên 48 hồ sơ đăng ký",
    "4 cán bộ thuộc hệ thống Mặt trận",
    "3 cán bộ thuộc các tổ chức thành viên",
  ],
  ["2019, the Front", "recognised", "“Kinh nghiệm trong công tác tham mưu vận động, đoàn kết các tôn giáo"],
  ["2019, the Front", "recognised", "“Mỗi Tổ công tác Mặt trận gắn với một hộ nghèo”"],
  [
    "2019, the Front",
    "recognised",
    "“Nâng cao hiệu quả trong công tác giám sát của Mặt trận và các tổ chức chính trị - xã hội",
    "Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị”",
  ],
  [
    "2019, the Front",
    "recognised",
    "“Giảm nghèo cho đồng bào dân tộc thiểu số từ thực hiện mô hình Dân vận khéo”",
  ],
  [
    "2019, the women's union",
    "recognised",
    "“Đỡ đầu trẻ em có hoàn cảnh khó khăn góp phần hạn chế tình trạng bỏ học” của Hội Phụ nữ",
  ],
  [
    "2019, the farmers' union",
    "recognised",
    "“Một số giải pháp nâng cao hiệu quả hoạt động của CLB Nông dân với pháp luật” của Hội Nông dân",
  ],
  [
    "2019, the youth union, with its misprint",
    "recognised",
    "“Phần mềm quản lý đoàn viên, hội viên cơ sở” của Đoàn Thanh niên",
    "“Phần mền quản lý đoàn viên, hội viên cơ sở”",
  ],
  [
    "recognised in 2020",
    "recognised",
    "21 sáng kiến được công nhận trên 46 hồ sơ đăng ký",
    "5 cán bộ thuộc hệ thống Mặt trận",
    "6 cán bộ thuộc các tổ chức thành viên",
  ],
  [
    "2020, the Front",
    "recognised",
    "“Giải pháp nâng cao hiệu quả trong công tác phản biện xã hội của Ủy ban MTTQ Việt Nam huyện",
  ],
  [
    "2020, the Front",
    "recognised",
    "“Một số giải pháp nâng cao chất lượng, hiệu quả hoạt động của Ban công tác Mặt trận”",
  ],
  [
    "2020, the Front",
    "recognised",
    "“Phát huy vai trò các tộc họ trong Cuộc vận động Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”",
  ],
  [
    "2020, the Front, after a circular",
    "recognised",
    "“Tổ chức thăm hỏi, chia buồn, vận động nhân dân thực hiện nếp sống văn minh trong lệ tang”",
    "theo Thông tư số 04/2011/TT-BVHTTDL ngày 21/01/2011 của Bộ Văn hóa, Thể thao và Du lịch",
  ],
  [
    "2020, the Front",
    "recognised",
    "“Công tác vận động trong việc tuyên truyền, vận động nhân dân xây dựng cổng chào văn hóa trên địa bàn xã”",
  ],
  [
    "2020, the women's union, four titles",
    "recognised",
    "“Công tác tham mưu nâng cao hiệu quả của hoạt động can thiệp, hỗ trợ trẻ em bị xâm hại” của Hội Phụ nữ",
    "“Tủ quần áo từ thiện đong đầy tình yêu thương” của Hội Phụ nữ",
    "“Tuyên truyền, vận động thu phí vệ sinh môi trường” của Hội Phụ nữ",
    "“Cho đi là còn mãi” của Hội Phụ nữ",
  ],
  [
    "2020, the farmers' union",
    "recognised",
    "“Giải pháp nâng cao tỷ lệ sản xuất lúa chất lượng cao trên các xứ đồng” của Hội Nông dân",
  ],
  [
    "2020, the youth union",
    "recognised",
    "“Giải pháp tuyên truyền giáo dục truyền thống cho thanh thiếu nhi thông qua địa chỉ đỏ” của Đoàn Thanh niên",
  ],
  [
    "initiatives become models of residential areas",
    "models",
    "áp dụng, nhân rộng cách làm hay, hiệu quả để xây dựng mô hình tự quản ở khu dân cư",
    "Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”",
  ],
  [
    "61 models, 12 of them replicated, and of which kinds",
    "models",
    "Năm 2019 và năm 2020, toàn huyện xây dựng được 61 mô hình tự quản ở khu dân cư",
    "12 mô hình được nhân rộng từ cách làm hay, mô hình hiệu quả từ năm 2019",
    "tuyến đường hoa",
    "tuyến đường sáng – xanh – sạch – đẹp",
    "bỏ rác đúng ngày giờ và nơi quy định",
    "thắp sáng đường quê",
    "tự quản bảo vệ môi trường",
  ],
  [
    "officers praised, and their work applied",
    "commendation",
    "Mặt trận và các tổ chức chính trị – xã hội huyện biểu dương",
    "vào dịp tổng kết công tác năm",
    "áp dụng thực tiễn trong những năm tiếp theo",
    "9 cán bộ thuộc hệ thống Mặt trận và 9 cán bộ thuộc các tổ chức thành viên",
  ],
  [
    "flags of the province's chairman",
    "commendation",
    "Chủ tịch UBND tỉnh tặng cờ thi đua xuất sắc cho 6 lượt tập thể",
  ],
  ["excellent labour collectives", "commendation", "Tập thể lao động xuất sắc: 31 lượt tập thể"],
  ["merit certificates", "commendation", "Bằng khen: 10 tập thể và 7 cá nhân"],
  [
    "money for leading units and for places one to three",
    "commendation",
    "Chủ tịch UBND huyện tặng tiền thưởng cho 22 lượt đơn vị dẫn đầu khối thi đua huyện",
    "các địa phương xếp nhất, nhì, ba của khối",
  ],
  [
    "money for recognised initiatives",
    "commendation",
    "Chủ tịch UBND huyện tặng tiền thưởng cho 41 lượt cá nhân được công nhận sáng kiến, cải tiến",
  ],
  [
    "money for outstanding achievements",
    "commendation",
    "Chủ tịch UBND huyện tặng tiền thưởng cho 104 lượt tập thể và 724 lượt cá nhân có thành tích xuất sắc, tiêu biểu",
  ],
  [
    "commended for the movement and for themes",
    "commendation",
    "Khen thành tích phong trào và chuyên đề: 305 lượt tập thể và 419 lượt cá nhân",
    "22 lượt cá nhân là lãnh đạo (cấp trưởng, cấp phó và tương đương)",
  ],
  [
    "five years, the province",
    "commendation",
    "Tổng kết phong trào thi đua yêu nước 5 năm, khen thưởng cấp tỉnh (giai đoạn 2016–2020)",
    "Chủ tịch UBND tỉnh Khánh Hòa tặng Bằng khen cho 15 tập thể và 23 cá nhân",
    "tập thể Ủy ban MTTQ Việt Nam huyện và 2 cán bộ trong hệ thống Mặt trận",
  ],
  [
    "five years, the district",
    "commendation",
    "Tổng kết phong trào thi đua yêu nước 5 năm, khen thưởng cấp huyện (giai đoạn 2016–2020)",
    "Chủ tịch UBND huyện tặng Giấy khen cho 67 tập thể và 274 cá nhân của các cơ quan, tổ chức, đơn vị và địa phương",
    "20 hộ gia đình",
    "3 khu dân cư",
    "Trưởng Ban công tác Mặt trận: 5 người",
    "Chủ tịch Mặt trận cơ sở: 8 người",
    "Phó Chủ tịch Mặt trận cơ sở: 1 người",
    "Cán bộ tổ chức thành viên: 22 người",
  ],
];

/** The headline, and what the article says of the report as a whole. */
const named = [
  "Diên Khánh phối hợp đánh giá kết quả 03 năm triển khai Phong trào ‘Đoàn kết sáng tạo’",
  "Kết quả phong trào thi đua “Đoàn kết sáng tạo” giai đoạn 2019–2021 của huyện Diên Khánh",
];

const { store } = await createTestTable();
await loadWorkbook(store);
await reconcileFigures(store);
const kept = new Map<string, Uint8Array>();
const bucket: Pick<Bucket, "put" | "putStream" | "get"> = {
  put: async (key, bytes) => void kept.set(key, new Uint8Array(bytes)),
  putStream: async (key, chunks) =>
    void kept.set(key, new Uint8Array(Buffer.concat(await Array.fromAsync(chunks)))),
  get: async (key) => kept.get(key) ?? Promise.reject(new Error(`no object ${key}`)),
};
const clock = () => "2026-06-15T05:00:00.000Z";
const reports = createReportHandler({ store, bucket: bucket as Bucket, faces: readFaces(), clock });
const { made } = await reports.make({ unit: "dien-khanh", from: "2019", to: "2021" });
const file = (format: ReportFormat) => kept.get(fileKey(made.prefix, format)) ?? new Uint8Array();
const read = (format: ReportFormat) => new TextDecoder().decode(file(format));

const model = JSON.parse(read("json")) as ReportModel;
const html = readHtml(read("html"));
const docx = readDocx(file("docx"));
const pdf = readPages(file("pdf"));
const sheets = await readSheets(file("xlsx"));
const textOfSheet = (sheets.get("Lời văn") ?? []).map((row) => row["Nội dung"]).join("\n");

const texts = Object.entries({
  json: [model.title, ...model.sections.map(textOf)].join("\n"),
  html: html.text,
  docx: docx.text,
  pdf,
  xlsx: [...(sheets.get("Tóm tắt") ?? []).map((row) => row["Nội dung"]), textOfSheet].join("\n"),
}).map(([format, text]) => [format, squeeze(text)] as const);

/** Place of a sentence's first words behind the place before; -1 where any of its words is missing. */
function placeOf(text: string, [first, ...others]: readonly string[], after: number): number {
  const at = text.indexOf(squeeze(first ?? ""), after);
  return at >= 0 && others.every((words) => text.indexOf(squeeze(words), at) >= 0) ? at : -1;
}

describe("each sentence of the article", () => {
  const places = new Map<SectionId, number>();
  test.each(sentences)("%s: in section %s, behind the sentence before", (_, id, ...words) => {
    const section = model.sections.find((each) => each.id === id);
    const at = placeOf(squeeze(section ? textOf(section) : ""), words, places.get(id) ?? 0);
    expect(at).toBeGreaterThanOrEqual(0);
    places.set(id, at + 1);
  });

  test("comes in the article's order of sections", () => {
    const order = [...new Set(sentences.map(([, id]) => id))];
    const ids = model.sections.map(({ id }) => id).filter((id) => order.includes(id));
    expect(ids).toEqual(order);
  });

  test("and no figure of it is stated twice by launch, models or commendation", () => {
    for (const section of model.sections) {
      const stated = statedIn({ ...section, tables: [] });
      if (["launch", "models", "commendation"].includes(section.id))
        expect(new Set(stated).size).toBe(stated.length);
    }
  });

  test.each(texts)("stands in the article's order in the file: %s", (_, text) => {
    let at = 0;
    for (const [gist, , ...words] of sentences) {
      const place = placeOf(text, words, at);
      expect(place, gist).toBeGreaterThanOrEqual(0);
      at = place + 1;
    }
    for (const words of named) expect(text).toContain(squeeze(words));
  });
});

describe("each figure of the article, out of an empty system", () => {
  test("there are 38, and 18 titles", () => {
    expect(example.figures).toHaveLength(38);
    expect(example.initiatives).toHaveLength(18);
  });

  test.each(example.figures.map((row) => [`${row.key} ${row.from}–${row.to}`, row] as const))(
    "%s stands in the five files",
    (_, row) => {
      const { key, label, value, measure, note } = row;
      const [from, to] = [boundValue(row.from), boundValue(row.to)];
      const cells = [label, periodText(row), quantityText(row)];
      for (const rows of [html.rows, docx.rows])
        expect(
          rows.filter((line) => cells.every((cell) => line.some((each) => each.split("\n")[0] === cell))),
        ).toHaveLength(1);
      expect(pdf).toContain(squeeze(label + note + periodText(row) + quantityText(row)));
      const line = sheets.get("Số liệu")?.find((each) => {
        return each["Mã chỉ tiêu"] === key && each.Từ === from && each.Đến === to;
      });
      expect(line).toMatchObject({ "Chỉ tiêu": label, "Đơn vị tính": measure });
      expect(line?.["Số liệu"]).toBe(value ?? undefined);
      expect(model.figures).toContainEqual(expect.objectContaining({ key, from, to, value, label, measure }));
    },
  );

  test("41 of 94, and the one total that may be mislabelled", () => {
    expect(model.figures.find(({ key }) => key === "recognitionRate")).toMatchObject({
      numerator: 41,
      denominator: 94,
    });
    expect(model.warnings.filter(({ code }) => code === "total.mislabelled")).toHaveLength(1);
    for (const text of [html.text, docx.text]) expect(text).toContain("43,6% (41/94)");
  });
});

describe("what the article does not say", () => {
  test("the report says neither: subjects of circular 32 and scheme 15, the scheme's issuer", () => {
    const basis = model.sections.find(({ id }) => id === "basis");
    const lines = (basis ? textOf(basis) : "").split("\n");
    expect(lines).toContain("Thông tri số 32/TT-MTTW-BTT ngày 16/4/2018 của Ủy ban Trung ương MTTQ Việt Nam");
    expect(lines).toContain("Đề án số 15/ĐA-MTTW-BTT ngày 18/8/2017");
  });
});
