import { CitedDocument } from "#core/campaigns/document.ts";
import { idOrNull, idsIn, readRecord, type SheetColumn, type SheetDefinition } from "./sheet.ts";

const columns: SheetColumn[] = [
  {
    key: "id",
    header: "Mã văn bản",
    kind: "text",
    required: true,
    width: 28,
    note: "Văn bản mới: mã đơn vị, hai gạch nối, rồi mã riêng, như xa-dien-khanh--cv-12-2026.",
  },
  { key: "type", header: "Loại", kind: "text", required: true, width: 18 },
  { key: "symbol", header: "Số, ký hiệu", kind: "text", width: 22 },
  { key: "issuedOn", header: "Ngày ban hành", kind: "day", required: true },
  { key: "issuer", header: "Cơ quan ban hành", kind: "text", required: true, width: 40 },
  { key: "subject", header: "Trích yếu", kind: "text", required: true, width: 60 },
  {
    key: "unit",
    header: "Đơn vị nhập",
    kind: "text",
    mayLack: true,
    width: 24,
    note: "Do hệ thống ghi khi xuất.",
  },
  {
    key: "cites",
    header: "Căn cứ văn bản",
    kind: "text",
    prose: true,
    width: 40,
    note: "Mã các văn bản mà văn bản này viện dẫn, theo thứ tự, cách nhau bằng dấu chấm phẩy.",
  },
];

export const documentSheet: SheetDefinition<CitedDocument> = {
  name: "Văn bản",
  columns,
  read: ({ symbol, cites, unit, ...values }) =>
    readRecord(CitedDocument, { ...values, symbol: symbol ?? "", unit: idOrNull(unit), cites: idsIn(cites) }),
  write: ({ id, type, symbol, issuedOn, issuer, subject, unit, cites }) => [
    id,
    type,
    symbol || null,
    { day: issuedOn },
    issuer,
    subject,
    unit,
    cites.join("; ") || null,
  ],
};
