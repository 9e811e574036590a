import * as v from "valibot";
import { restoreLeadingZero } from "#core/base/phone.ts";
import { day, reference, requiredLine } from "#core/base/text.ts";
import { Application, type ApplicationInput } from "#core/initiatives/application.ts";
import { type Author, sumShares } from "#core/initiatives/person.ts";
import {
  choicesOf,
  columnsOf,
  defineSheet,
  idOrNull,
  type RecordColumn,
  readRecord,
  type SheetColumn,
} from "./sheet.ts";
import {
  affiliationWords,
  authorKindWords,
  fieldWords,
  kindWords,
  memberOrganisationWords,
} from "./words.ts";

const authorNumbers = [1, 2, 3] as const;

/** A paper dossier; the unit chooses `key`. */
export const PaperRow = v.strictObject({
  key: requiredLine("row.key", 60),
  campaign: v.nullable(reference()),
  unit: reference(),
  receivedOn: day("row.day"),
  acceptedOn: v.nullable(day("row.day")),
  application: v.omit(v.strictObject(Application.pipe[0].entries), ["consent"]),
});
export type PaperRow = v.InferOutput<typeof PaperRow>;

type PaperForm = PaperRow["application"];
const paper = columnsOf<PaperRow>();
const form = columnsOf<PaperForm>();

const authorFields: Record<keyof Author, Omit<SheetColumn, "key">> = {
  fullName: { header: "họ tên", kind: "text", required: true, width: 24 },
  birthDate: { header: "ngày sinh", kind: "day", note: "Bỏ trống nếu là tập thể hoặc hộ gia đình." },
  workplace: { header: "nơi làm việc hoặc cư trú", kind: "text", required: true, width: 30 },
  position: { header: "chức danh", kind: "text", width: 18 },
  qualification: { header: "trình độ", kind: "text", width: 18 },
  share: { header: "tỷ lệ (%)", kind: "number", width: 10, note: "Một tác giả: để trống là 100." },
  kind: {
    ...{
      header: "cá nhân, tập thể hay hộ",
      kind: "text",
      ...choicesOf(authorKindWords),
      mayLack: true,
      width: 16,
    },
    note: "Bỏ trống là cá nhân.",
  },
  representative: { header: "người đại diện", kind: "text", mayLack: true, width: 24 },
  affiliation: {
    ...{ header: "thuộc", kind: "text", ...choicesOf(affiliationWords), mayLack: true, width: 26 },
    note: "Bỏ trống nếu chưa rõ.",
  },
  organisation: {
    ...{ header: "tổ chức thành viên", kind: "text", ...choicesOf(memberOrganisationWords) },
    ...{ mayLack: true, width: 26 },
  },
  organisationName: { header: "tên tổ chức khác", kind: "text", mayLack: true, width: 24 },
};
const authorKeys = Object.keys(authorFields) as (keyof Author)[];

const authorColumns = (n: (typeof authorNumbers)[number]): RecordColumn<PaperForm>[] =>
  authorKeys.map((name) => {
    const { header, required, note, ...column } = authorFields[name];
    return {
      ...column,
      key: `${name}${n}`,
      header: `Tác giả ${n}: ${header}`,
      ...(required && { required: n === 1 }),
      ...(note && n === 1 ? { note } : {}),
      cell: ({ authors }) => authors[n - 1]?.[name] || null,
    };
  });

const formColumns: RecordColumn<PaperForm>[] = [
  form.text("title", "Tên sáng kiến", { required: true, width: 48 }),
  form.text("kind", "Loại", { ...choicesOf(kindWords), required: true, width: 20 }),
  form.text("field", "Lĩnh vực", { ...choicesOf(fieldWords), required: true, width: 26 }),
  ...authorNumbers.flatMap(authorColumns),
  form.text("phone", "Điện thoại", {
    cell: ({ contact }) => contact.phone,
    width: 14,
    note: "Cần điện thoại hoặc thư điện tử.",
  }),
  form.text("email", "Thư điện tử", { cell: ({ contact }) => contact.email, width: 24 }),
  form.date("firstUsedOn", "Áp dụng lần đầu"),
  form.text("substance", "Nội dung sáng kiến", { prose: true, required: true, width: 60 }),
  form.text("conditions", "Điều kiện áp dụng", { prose: true, required: true, width: 40 }),
  form.text("benefitsByAuthor", "Lợi ích theo tác giả", { prose: true, width: 40 }),
  form.text("benefitsByUsers", "Lợi ích theo người áp dụng", { prose: true, width: 40 }),
  form.text("investor", "Chủ đầu tư", { width: 28 }),
  form.text("confidential", "Thông tin cần bảo mật", { prose: true, width: 28 }),
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

export const registerSheet = defineSheet(
  "Sổ tiếp nhận",
  [
    paper.text("key", "Mã dòng", {
      required: true,
      width: 16,
      note: "Mã riêng của đơn vị cho từng hồ sơ, không đổi. Nhập lại cùng mã không tạo hồ sơ mới.",
    }),
    paper.text("unit", "Đơn vị", { cell: ({ unit }, show) => show(unit), required: true, width: 30 }),
    paper.text("campaign", "Đợt phát động", { width: 20, note: "Bỏ trống: đợt đang mở vào ngày nhận." }),
    paper.date("receivedOn", "Ngày nhận", { required: true }),
    paper.date("acceptedOn", "Ngày tiếp nhận", {
      note: "Nếu đã tiếp nhận: hồ sơ được cấp số tiếp theo trong sổ.",
    }),
    ...formColumns.map(
      (column): RecordColumn<PaperRow> => ({
        ...column,
        cell: ({ application }, show) => column.cell(application, show),
      }),
    ),
  ],
  (values) => {
    const { key, campaign, unit, receivedOn, acceptedOn, phone, email, firstUsedOn, ...rest } = values;
    const text = (name: string) => String(rest[name] ?? "");
    const present = authorNumbers.filter((n) => n === 1 || rest[`fullName${n}`] || rest[`birthDate${n}`]);
    const authors = present.map((n) => ({
      ...Object.fromEntries(
        authorKeys
          .filter((name) => !authorFields[name].mayLack || rest[`${name}${n}`])
          .map((name) => [name, text(`${name}${n}`)]),
      ),
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
      // The paper's signature replaces this declaration.
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
    // Checks the sum of shares even if an author has other errors.
    const shares = authors.map(({ share }) => share).filter((share) => typeof share === "number");
    const sum = sumShares(shares.map((share) => ({ share })));
    if (shares.length < authors.length || sum === 100) return read;
    const fault = { column: "share1", code: "authors.shares", params: { sum } };
    return { record: null, faults: [...read.faults, fault], draft };
  },
);
