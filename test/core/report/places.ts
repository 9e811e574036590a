import type { DeclaredFigure } from "#core/figures/figure.ts";
import type { ReportInput } from "#core/report/model.ts";
import type { Level } from "#core/units/unit.ts";
import { declare, declaredInput } from "./example-input.ts";

/** Invented places: no name and no number is anybody's. */
export interface Place {
  name: string;
  input: ReportInput;
  /** Whole text of the report, section by section. */
  text: string;
}

let place = 0;

/** A figure in the order in which it is written down here. */
const own = (
  key: string,
  label: string,
  value: number | null,
  measure: string,
  more: Partial<DeclaredFigure> = {},
): DeclaredFigure => declare(key, value, { label, measure, place: ++place, ...more });

const year = (of: string) => ({ from: of, to: of });
const asOf = (day: string) => ({ from: day, to: day, kind: "stock" as const });

function report(
  name: string,
  period: { from: string; to: string },
  declared: DeclaredFigure[],
  level: Level = "commune",
): ReportInput {
  const { unit, ...input } = declaredInput(declared, { period });
  return { ...input, unit: { ...unit, name, level } };
}

const models = "own.loaiMoHinh.aaaaa";
const working = "models.maintained";

/** Types, models and areas; registered and working; as of a day. */
const stocks = report("Xã Suối Mây (bịa)", year("2022"), [
  own(models, "Loại mô hình tự quản", 65, "loại mô hình", { ...asOf("2022-07-31"), section: "models" }),
  own(working, "Mô hình đang duy trì", 575, "mô hình", asOf("2022-07-31")),
  own("own.toTuQuan.aaaaa", "Tổ tự quản", 296, "mô hình", { ...asOf("2022-07-31"), partOf: [working] }),
  own("own.khuDanCu.aaaaa", "Khu dân cư có mô hình", 1_082, "khu dân cư", {
    ...asOf("2022-07-31"),
    section: "models",
  }),
  own("own.moHinhDangKy.aaaaa", "Mô hình đăng ký", 2_071, "mô hình", { ...year("2022"), section: "models" }),
  own("own.moHinhHoatDong.aaaaa", "Mô hình hoạt động", 1_808, "mô hình", {
    ...year("2022"),
    partOf: ["own.moHinhDangKy.aaaaa"],
  }),
]);

/** Recipients counted together, a label with two measures, a giver in the writer's own sentence. */
const mixed = report("Phường Bến Gió (bịa)", year("2023"), [
  own("own.bieuDuong.aaaaa", "Được biểu dương tại hội nghị", 276, "tập thể/cá nhân", {
    ...year("2023"),
    section: "commendation",
  }),
  own("own.bangKhen.aaaaa", "Bằng khen", 10, "tập thể", {
    ...year("2023"),
    section: "commendation",
    sentence: "10 tập thể và 07 cá nhân được Chủ tịch UBND tỉnh Gió Đông tặng Bằng khen.",
  }),
  own("own.bangKhen.bbbbb", "Bằng khen", 7, "cá nhân", { ...year("2023"), section: "commendation" }),
  own("own.giayKhen.aaaaa", "Giấy khen", 12, "tập thể", { ...year("2023"), section: "commendation" }),
  own("own.giayKhen.bbbbb", "Giấy khen", 30, "cá nhân", { ...year("2023"), section: "commendation" }),
  own("own.nu.aaaaa", "Nữ", 18, "cá nhân", { ...year("2023"), partOf: ["own.giayKhen.bbbbb"] }),
]);

/** 18 dossiers hold 31 initiatives, of which 28 are recognised. */
const dossiers = report("Huyện Đồi Thông (bịa)", year("2022"), [
  own("registered", "Hồ sơ sáng kiến đăng ký", 18, "hồ sơ", year("2022")),
  own("own.sangKien.aaaaa", "Sáng kiến trong các hồ sơ", 31, "sáng kiến", {
    ...year("2022"),
    partOf: ["registered"],
  }),
  own("recognised", "Sáng kiến được công nhận", 28, "sáng kiến", year("2022")),
]);

/** A contest with prizes, in a measure other than that of its whole. */
const contest = report(
  "Trường Cao đẳng Nắng Sớm (bịa)",
  year("2024"),
  [
    own("own.yTuong.aaaaa", "Ý tưởng dự thi", 10, "ý tưởng", { ...year("2024"), section: "results" }),
    own("own.giaiNhat.aaaaa", "Giải nhất", 1, "giải", { ...year("2024"), partOf: ["own.yTuong.aaaaa"] }),
    own("own.giaiNhi.aaaaa", "Giải nhì", 2, "giải", { ...year("2024"), partOf: ["own.yTuong.aaaaa"] }),
    own("own.giaiBa.aaaaa", "Giải ba", 3, "giải", { ...year("2024"), partOf: ["own.yTuong.aaaaa"] }),
    own("own.giaiKhuyenKhich.aaaaa", "Giải khuyến khích", 4, "giải", {
      ...year("2024"),
      partOf: ["own.yTuong.aaaaa"],
    }),
  ],
  "unit",
);

const half = { from: "2025-01-01", to: "2025-06-30" };

/** Half a year; a measure and label of one's own for a figure of the catalogue; money with "hơn" and all its decimals. */
const halfYear = report("Xã Lúa Vàng (bịa)", half, [
  own("registered", "Đề tài, sáng kiến đăng ký", 45, "đề tài, sáng kiến", half),
  own("models.built", "Mô hình “Dân vận khéo” được đăng ký", 12, "mô hình", half),
  own("own.lamLoi.aaaaa", "Giá trị làm lợi", 250.125, "tỷ đồng", {
    ...half,
    qualifier: "moreThan",
    section: "results",
  }),
  own("own.tietKiem.aaaaa", "Tiết kiệm cho ngân sách", 0.004, "tỷ đồng", { ...half, section: "results" }),
  own("own.hoTro.aaaaa", "Hỗ trợ áp dụng", 12.345, "tỷ đồng", {
    ...year("2024"),
    to: "2025",
    section: "results",
  }),
]);

export const places: Place[] = [
  {
    name: "stocks, stages, types and areas",
    input: stocks,
    text: `
1 Kết quả
1a Về xây dựng, nhân rộng mô hình
Tính đến hết tháng 7 năm 2022, toàn xã có:
65 loại mô hình tự quản
575 mô hình đang duy trì, trong đó:
Tổ tự quản: 296 mô hình
1.082 khu dân cư có mô hình
Năm 2022, toàn xã có 2.071 mô hình đăng ký, trong đó có 1.808 mô hình hoạt động.
`,
  },
  {
    name: "recipients counted together",
    input: mixed,
    text: `
1 Công tác khen thưởng
Năm 2023, toàn phường có:
Được biểu dương tại hội nghị: 276 tập thể và cá nhân
10 tập thể và 07 cá nhân được Chủ tịch UBND tỉnh Gió Đông tặng Bằng khen.
Giấy khen: 12 tập thể và 30 cá nhân, trong đó:
Nữ: 18 cá nhân
`,
  },
  {
    name: "dossiers that hold several initiatives",
    input: dossiers,
    text: `
1 Kết quả
1a Về đăng ký
Năm 2022, toàn huyện có 18 hồ sơ đăng ký (31 sáng kiến trong các hồ sơ).
1b Về kết quả công nhận
Năm 2022: 28 sáng kiến được công nhận trên 31 sáng kiến trong các hồ sơ.
`,
  },
  {
    name: "a contest with prizes",
    input: contest,
    text: `
1 Kết quả
Năm 2024, toàn trường có 10 ý tưởng dự thi, trong đó:
1 giải nhất
2 giải nhì
3 giải ba
4 giải khuyến khích
`,
  },
  {
    name: "half a year with money",
    input: halfYear,
    text: `
1 Kết quả
6 tháng đầu năm 2025, toàn xã có:
Giá trị làm lợi: hơn 250,125 tỷ đồng
Tiết kiệm cho ngân sách: 0,004 tỷ đồng
Hỗ trợ áp dụng (giai đoạn 2024–2025): 12,345 tỷ đồng.
1a Về đăng ký
6 tháng đầu năm 2025, toàn xã có 45 đề tài, sáng kiến đăng ký.
1b Về xây dựng, nhân rộng mô hình
6 tháng đầu năm 2025, toàn xã có 12 mô hình “Dân vận khéo” được đăng ký.
`,
  },
];
