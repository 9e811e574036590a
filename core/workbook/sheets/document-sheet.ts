import { CitedDocument } from "#core/campaigns/document.ts";
import { columnsOf, defineSheet, idOrNull, idsIn, readRecord } from "./sheet.ts";

const { text, date } = columnsOf<CitedDocument>();

export const documentSheet = defineSheet(
  "Văn bản",
  [
    text("id", "Mã văn bản", {
      required: true,
      width: 28,
      note: "Văn bản mới: mã đơn vị, hai gạch nối, rồi mã riêng, như xa-dien-khanh--cv-12-2026.",
    }),
    text("type", "Loại", { required: true, width: 18 }),
    text("symbol", "Số, ký hiệu", { width: 22 }),
    date("issuedOn", "Ngày ban hành", { required: true }),
    text("issuer", "Cơ quan ban hành", { width: 40, note: "Để trống nếu nơi viện dẫn không ghi." }),
    text("subject", "Trích yếu", {
      width: 60,
      note: "Để trống được nếu có số, ký hiệu mà nơi viện dẫn không ghi trích yếu.",
    }),
    text("unit", "Đơn vị nhập", { mayLack: true, width: 24, note: "Do hệ thống ghi khi xuất." }),
    text("cites", "Căn cứ văn bản", {
      prose: true,
      width: 40,
      note: "Mã các văn bản mà văn bản này viện dẫn, theo thứ tự, cách nhau bằng dấu chấm phẩy.",
    }),
  ],
  ({ symbol, issuer, subject, cites, unit, ...values }) =>
    readRecord(CitedDocument, {
      ...values,
      symbol: symbol ?? "",
      issuer: issuer ?? "",
      subject: subject ?? "",
      unit: idOrNull(unit),
      cites: idsIn(cites),
    }),
);
