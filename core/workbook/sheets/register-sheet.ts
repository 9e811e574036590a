import * as v from "valibot";
import { restoreLeadingZero } from "#core/base/phone.ts";
import { day, reference, requiredLine } from "#core/base/text.ts";
import { Application, type ApplicationInput } from "#core/initiatives/application.ts";
import { type Author, sumShares } from "#core/initiatives/person.ts";
import {
  choiceColumn,
  choiceLabel,
  idOrNull,
  readRecord,
  type SheetColumn,
  type SheetDefinition,
} from "./sheet.ts";
import { fieldWords, kindWords } from "./words.ts";

const authorNumbers = [1, 2, 3] as const;

/** A paper dossier; `key` is the unit's own. */
export const PaperRow = v.strictObject({
  key: requiredLine("row.key", 60),
  campaign: v.nullable(reference()),
  unit: reference(),
  receivedOn: day("row.day"),
  acceptedOn: v.nullable(day("row.day")),
  application: v.omit(v.strictObject(Application.pipe[0].entries), ["consent"]),
});
export type PaperRow = v.InferOutput<typeof PaperRow>;

const kind = choiceColumn({ key: "kind", header: "Loại", required: true, width: 20 }, kindWords);
const field = choiceColumn({ key: "field", header: "Lĩnh vực", required: true, width: 26 }, fieldWords);

const authorFields: Record<keyof Author, Omit<SheetColumn, "key">> = {
  fullName: { header: "họ tên", kind: "text", required: true, width: 24 },
  birthDate: { header: "ngày sinh", kind: "day", required: true },
  workplace: { header: "nơi làm việc hoặc cư trú", kind: "text", required: true, width: 30 },
  position: { header: "chức danh", kind: "text", width: 18 },
  qualification: { header: "trình độ", kind: "text", width: 18 },
  share: { header: "tỷ lệ (%)", kind: "number", width: 10, note: "Một tác giả: để trống là 100." },
};
const authorKeys = Object.keys(authorFields) as (keyof Author)[];

const authorColumns = (n: (typeof authorNumbers)[number]): SheetColumn[] =>
  Object.entries(authorFields).map(([name, { header, required, note, ...column }]) => ({
    ...column,
    key: `${name}${n}`,
    header: `Tác giả ${n}: ${header}`,
    ...(required && { required: n === 1 }),
    ...(note && n === 1 ? { note } : {}),
  }));

const columns: SheetColumn[] = [
  {
    key: "key",
    header: "Mã dòng",
    kind: "text",
    required: true,
    width: 16,
    note: "Mã riêng của đơn vị cho từng hồ sơ, không đổi. Nhập lại cùng mã không tạo hồ sơ mới.",
  },
  { key: "unit", header: "Đơn vị", kind: "text", required: true, width: 30 },
  {
    key: "campaign",
    header: "Đợt phát động",
    kind: "text",
    width: 20,
    note: "Bỏ trống: đợt đang mở vào ngày nhận.",
  },
  { key: "receivedOn", header: "Ngày nhận", kind: "day", required: true },
  {
    key: "acceptedOn",
    header: "Ngày tiếp nhận",
    kind: "day",
    note: "Nếu đã tiếp nhận: hồ sơ được cấp số tiếp theo trong sổ.",
  },
  { key: "title", header: "Tên sáng kiến", kind: "text", required: true, width: 48 },
  kind,
  field,
  ...authorNumbers.flatMap(authorColumns),
  { key: "phone", header: "Điện thoại", kind: "text", width: 14, note: "Cần điện thoại hoặc thư điện tử." },
  { key: "email", header: "Thư điện tử", kind: "text", width: 24 },
  { key: "firstUsedOn", header: "Áp dụng lần đầu", kind: "day" },
  { key: "substance", header: "Nội dung sáng kiến", kind: "text", prose: true, required: true, width: 60 },
  { key: "conditions", header: "Điều kiện áp dụng", kind: "text", prose: true, required: true, width: 40 },
  { key: "benefitsByAuthor", header: "Lợi ích theo tác giả", kind: "text", prose: true, width: 40 },
  { key: "benefitsByUsers", header: "Lợi ích theo người áp dụng", kind: "text", prose: true, width: 40 },
  { key: "investor", header: "Chủ đầu tư", kind: "text", width: 28 },
  { key: "confidential", header: "Thông tin cần bảo mật", kind: "text", prose: true, width: 28 },
];

export const registerColumns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.keys(Application.pipe[0].entries).map((name) => [`application/${name}`, name]),
  ),
  ...Object.fromEntries(
    authorNumbers.flatMap((n) =>
      authorKeys.map((name) => [`application/authors/${n - 1}/${name}`, `${name}${n}`]),
    ),
  ),
  "application/authors": "share1",
  "application/contact": "phone",
  "application/contact/phone": "phone",
  "application/contact/email": "email",
};

export const applicationColumns: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(registerColumns).map(([pointer, column]) => [pointer.replace(/^application\//, ""), column]),
);

export const registerSheet: SheetDefinition<PaperRow> = {
  name: "Sổ tiếp nhận",
  columns,
  read(values) {
    const { key, campaign, unit, receivedOn, acceptedOn, phone, email, firstUsedOn, ...rest } = values;
    const text = (name: string) => String(rest[name] ?? "");
    const present = authorNumbers.filter((n) => n === 1 || rest[`fullName${n}`] || rest[`birthDate${n}`]);
    const authors = present.map((n) => ({
      ...Object.fromEntries(authorKeys.map((name) => [name, text(`${name}${n}`)])),
      share: rest[`share${n}`] ?? (present.length === 1 ? 100 : null),
    }));
    const application: Record<keyof Omit<ApplicationInput, "consent">, unknown> = {
      kind: rest.kind,
      field: rest.field,
      authors,
      title: text("title"),
      investor: text("investor"),
      firstUsedOn: firstUsedOn ?? "",
      substance: text("substance"),
      confidential: text("confidential"),
      conditions: text("conditions"),
      benefitsByAuthor: text("benefitsByAuthor"),
      benefitsByUsers: text("benefitsByUsers"),
      participants: [],
      contact: { phone: restoreLeadingZero(String(phone ?? "")), email: email ?? "" },
      // On paper this is the signature.
      declared: true,
    };
    const row = {
      key: key ?? "",
      campaign: idOrNull(campaign),
      unit: idOrNull(unit) ?? "",
      receivedOn,
      acceptedOn,
    };
    const draft = { ...row, application };
    const read = readRecord(PaperRow, draft, registerColumns);
    // Shares are added up even if an author has other errors.
    const shares = authors.map(({ share }) => share).filter((share) => typeof share === "number");
    const sum = sumShares(shares.map((share) => ({ share })));
    if (shares.length < authors.length || sum === 100) return read;
    const fault = { column: "share1", code: "authors.shares", params: { sum } };
    return { record: null, faults: [...read.faults, fault], draft };
  },
  write(row, show = (id) => id) {
    const { application: form } = row;
    const dayOr = (value: string | null | undefined) => (value ? { day: value } : null);
    return [
      row.key,
      show(row.unit),
      row.campaign,
      { day: row.receivedOn },
      dayOr(row.acceptedOn),
      form.title,
      choiceLabel(kind, form.kind),
      choiceLabel(field, form.field),
      ...authorNumbers.flatMap((n) => {
        const author = form.authors[n - 1];
        return authorKeys.map((name) => {
          const value = author?.[name] || null;
          return authorFields[name].kind === "day" ? dayOr(value as string | null) : value;
        });
      }),
      form.contact.phone || null,
      form.contact.email || null,
      dayOr(form.firstUsedOn),
      form.substance,
      form.conditions,
      form.benefitsByAuthor || null,
      form.benefitsByUsers || null,
      form.investor || null,
      form.confidential || null,
    ];
  },
};
