import { dayOf } from "#core/base/calendar.ts";
import { type Campaign, deadlinesFrom } from "#core/campaigns/campaign.ts";
import {
  type Attachment,
  type AttachmentState,
  formatFileSize,
  quarantineHours,
} from "#core/initiatives/attachment.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Author } from "#core/initiatives/person.ts";
import { formatDay, nameInSentence, placeName } from "#core/report/wording.ts";
import type { Unit } from "#core/units/unit.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import type { Block, Letterhead, OfficialDocument } from "../documents/official-document.ts";
import { quote, quoteFileName } from "./foreign-text.ts";

export interface ReceiptSetting {
  unit: Pick<Unit, "name" | "level">;
  superior: Pick<Unit, "name"> | null;
  campaign: Campaign;
  origin: string;
  /** Excludes refused files, which were not received. */
  files: readonly (Attachment & AttachmentState)[];
}

function nameAuthor({ fullName, representative = "" }: Author): string {
  const name = quote(fullName) || messagesVi["text.erased"];
  return representative === "" ? name : `${name} (người đại diện: ${quote(representative)})`;
}

/**
 * Receipt (Giấy biên nhận, Thông tư 18/2013/TT-BKHCN). Never contains the access key, because other people
 * may see the paper.
 */
export function composeReceipt(initiative: FormInitiative, given: ReceiptSetting): OfficialDocument {
  const { application, receivedAt, number } = initiative;
  const setting = quoteNames(given);
  const { unit, campaign, origin, files } = setting;
  const received = files.filter(({ state }) => state === "clean");
  const unscanned = files.filter(({ state }) => state === "checking");
  const receivedOn = dayOf(receivedAt);
  const { authors, participants } = application;
  const names = authors.map(nameAuthor);
  const says = (label: string, value: string): Block => ({
    kind: "paragraph",
    runs: [{ text: `${label}: ` }, { text: value, bold: true }, { text: "." }],
  });
  return {
    layout: "decree30",
    letterhead: composeLetterhead(setting, receivedOn),
    type: "GIẤY BIÊN NHẬN",
    subject: "Đơn yêu cầu công nhận sáng kiến",
    banner: campaign.demo ? "BẢN MINH HỌA – hồ sơ của đợt phát động thử" : null,
    body: [
      {
        kind: "paragraph",
        runs: [
          {
            text: `${committeeOf(unit)} đã nhận đơn yêu cầu công nhận sáng kiến của ông/bà với các nội dung sau:`,
          },
        ],
      },
      says("1. Người nộp đơn", names.join(", ")),
      says("2. Tên sáng kiến", quote(application.title).replace(/\.$/, "") || messagesVi["text.erased"]),
      says("3. Đợt phát động", campaign.name),
      says("4. Thời điểm nhận", writeReceipt(initiative)),
      says(
        "5. Số tiếp nhận",
        number === null ? "được cấp khi đơn được chấp nhận" : `${number}/${initiative.year}`,
      ),
      {
        kind: "paragraph",
        runs: [{ text: "6. Tài liệu đã nhận:" }],
      },
      {
        kind: "list",
        items: [
          "Đơn yêu cầu công nhận sáng kiến kèm bản mô tả nội dung",
          ...(participants.length > 0
            ? [`Danh sách ${participants.length} người tham gia áp dụng lần đầu`]
            : []),
          ...(received.length > 0 ? [`Tệp kèm theo: ${received.map(sayFile).join("; ")}`] : []),
        ].map((text, i, all) => ({
          runs: [{ text: text + (i === all.length - 1 ? "." : ";") }],
          items: [],
        })),
      },
      ...(unscanned.length > 0
        ? [
            {
              kind: "paragraph" as const,
              runs: [
                {
                  text: `Tệp đang được kiểm tra mã độc khi lập giấy này, chưa tính là đã nhận: ${unscanned.map(({ name }) => name).join("; ")}. Kết quả được ghi ở trang Tra cứu và ở giấy biên nhận tải về từ đó. Tệp sau ${quarantineHours} giờ chưa kiểm tra xong thì không được nhận; khi đó ông/bà gửi lại tệp ở trang Tra cứu.`,
                },
              ],
            },
          ]
        : []),
      {
        kind: "paragraph",
        runs: [
          { text: "Kết quả kiểm tra đơn được trả lời chậm nhất vào " },
          { text: `ngày ${formatDay(deadlinesFrom(campaign, receivedOn).acceptance)}`, bold: true },
          { text: "./." },
        ],
      },
      {
        kind: "code",
        label: "Mã hồ sơ",
        text: initiative.id,
        url: `${origin}/tra-cuu`,
        hint: "Theo dõi hồ sơ bằng mã này và khóa tra cứu của ông/bà tại:",
      },
    ],
    signature: { authority: "NGƯỜI NHẬN ĐƠN", position: "", fields: ["Ký, ghi rõ họ tên (khi cần)"] },
    recipients: ["Người nộp đơn;", "Lưu: hồ sơ."],
    annexes: [],
    dataHash: null,
    editorNotes: null,
  };
}

/** Quotes users' names, so that PDF readers do not turn them into links. */
function quoteNames({ unit, superior, campaign, origin, files }: ReceiptSetting): ReceiptSetting {
  return {
    unit: { ...unit, name: quote(unit.name) },
    superior: superior && { name: quote(superior.name) },
    campaign: { ...campaign, name: quote(campaign.name) },
    files: files.map((file) => ({ ...file, name: quoteFileName(file.name) })),
    origin,
  };
}

function writeReceipt({ channel, receivedAt, late }: FormInitiative): string {
  const day = `ngày ${formatDay(dayOf(receivedAt))}`;
  return `${channel === "paper" ? day : `${timeOf(receivedAt)} ${day}`}${late ? " (nhận sau hạn)" : ""}`;
}

function committeeOf(unit: ReceiptSetting["unit"]): string {
  return unit.level === "unit" ? unit.name : `Ban Thường trực Ủy ban MTTQ Việt Nam ${nameInSentence(unit)}`;
}

function composeLetterhead({ unit, superior }: ReceiptSetting, day: string): Letterhead {
  const [year, month = "", date] = day.split("-");
  const written = `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
  if (unit.level === "unit")
    return {
      superior: superior?.name.toUpperCase() ?? "",
      issuer: unit.name.toUpperCase(),
      number: "",
      placeAndDate: superior ? `${placeName(superior)}, ${written}` : `N${written.slice(1)}`,
    };
  return {
    superior: `ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM ${nameInSentence(unit)}`.toUpperCase(),
    issuer: "BAN THƯỜNG TRỰC",
    number: "",
    placeAndDate: `${placeName(unit)}, ${written}`,
  };
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
});

export function timeOf(instant: string): string {
  const [hours = "", minutes = ""] = clock.format(new Date(instant)).split(":");
  return `${hours} giờ ${minutes}`;
}

const sayFile = ({ name, size }: Attachment) =>
  `${name} (${formatFileSize(size, "vi-VN").replace(" ", "\u00A0")})`;
