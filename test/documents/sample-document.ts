import type { Block, OfficialDocument } from "../../functions/documents/official-document.ts";

export const hostile = `<script>alert("x")</script> & 'y' \u2028`;

/** A block of each kind. */
const blocks: { [Kind in Block["kind"]]: Extract<Block, { kind: Kind }> } = {
  heading: { kind: "heading", level: 2, text: "a) Về đăng ký" },
  paragraph: {
    kind: "paragraph",
    runs: [{ text: "Có " }, { text: "12 hồ sơ", target: "so-lieu-1" }, { text: "." }],
  },
  list: {
    kind: "list",
    items: [
      {
        runs: [{ text: "Mặt trận:" }],
        items: [{ runs: [{ text: "“Thắp sáng đường quê”", anchor: "sang-kien-1" }], items: [] }],
      },
    ],
  },
  chart: {
    kind: "chart",
    caption: "Hồ sơ theo năm",
    words: "Hồ sơ: năm 2025 chưa rõ, năm 2026 có 12.",
    series: ["Hồ sơ"],
    groups: [
      { name: "2025", bars: [{ value: null, label: "?" }] },
      { name: "2026", bars: [{ value: 12, label: "12" }] },
    ],
  },
  code: {
    kind: "code",
    label: "Mã hồ sơ",
    text: "SK26-7K3M-QP9X",
    url: "example.vn/tra-cuu",
    hint: "Mở trang Tra cứu.",
  },
  table: {
    kind: "table",
    caption: "Theo năm",
    columns: [
      { title: "Năm", align: "center", width: 40, whole: true },
      { title: "Hồ sơ", align: "right", width: 60 },
    ],
    rows: [
      {
        anchor: "so-lieu-1",
        cells: [
          [{ text: "2026" }],
          [
            { text: "12", bold: true },
            { text: "ghi chú", italic: true, newLine: true },
          ],
        ],
      },
    ],
  },
};

/** A document with each kind of block in it. */
export function sampleDocument(changes: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    layout: "decree30",
    letterhead: {
      superior: "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ SUỐI MƠ",
      issuer: "BAN THƯỜNG TRỰC",
      number: "Số:      /BC-MTTQ-BTT",
      placeAndDate: "Suối Mơ, ngày      tháng      năm",
    },
    type: "BÁO CÁO",
    subject: "Kết quả phong trào năm 2026",
    banner: null,
    body: [{ kind: "heading", level: 1, text: "1. Kết quả" }, ...Object.values(blocks)],
    signature: {
      authority: "TM. BAN THƯỜNG TRỰC",
      position: "CHỦ TỊCH",
      fields: ["Chữ ký của người ký", "Chữ ký của cơ quan"],
    },
    recipients: ["Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh;", "Lưu: VT."],
    annexes: [
      {
        title: "PHỤ LỤC",
        subject: "Bảng tổng hợp",
        blocks: [{ kind: "paragraph", runs: [{ text: "Nguồn:" }] }],
      },
    ],
    dataHash: "bF3nKqz0",
    editorNotes: { title: "Ghi chú cho người biên tập", notes: ["Đối chiếu lại số 12."] },
    ...changes,
  };
}
