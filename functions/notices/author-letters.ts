import { dayOf } from "#core/base/calendar.ts";
import { type Campaign, deadlinesFrom } from "#core/campaigns/campaign.ts";
import type { Refusal } from "#core/initiatives/attachment.ts";
import type { Decision } from "#core/initiatives/decision.ts";
import type { Event } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { formatDay } from "#core/report/wording.ts";
import { rulesEn } from "#core/words/en/rules.ts";
import { rulesVi } from "#core/words/vi/rules.ts";
import { type Letter, ownLink, say, sayFileName, type Words } from "./letter.ts";
import { timeOf } from "./receipt-document.ts";

export interface NoticeSetting {
  unit: string;
  campaign: Campaign;
  origin: string;
  reason: string | null;
}

interface NoticeText {
  subject: Words;
  vi: Words[];
  en: Words[];
}

/** Null for steps without a letter, such as the author's own. The letter never contains the access key. */
export function composeNotice(
  initiative: FormInitiative,
  event: Event,
  setting: NoticeSetting,
): Letter | null {
  const said = sayStep(initiative, event, setting);
  return said && writeNotice(initiative, said, setting);
}

export function composeRefusedFile(
  initiative: FormInitiative,
  { name, reason }: { name: string; reason: Refusal },
  setting: NoticeSetting,
): Letter {
  return writeNotice(
    initiative,
    {
      subject: say`Có tệp không nhận được`,
      vi: [
        say`${setting.unit} không nhận được một tệp kèm theo hồ sơ của ông/bà: ${sayFileName(name)}`,
        say`Lý do: ${rulesVi[reason]}`,
        say`Hồ sơ vẫn được xem xét, không có tệp này. Ông/bà có thể gửi tệp khác thay vào, hoặc bỏ tệp đó: ở trang Tra cứu, mục “Tệp kèm theo”, chọn “Thay hoặc bỏ tệp”.`,
      ],
      en: [
        say`${setting.unit} could not take a file of your application: ${sayFileName(name)}`,
        say`Reason: ${rulesEn[reason]}`,
        say`Your application goes on without this file. You can send another one in its place, or remove it: on the Follow page, under “Attached files”, choose “Replace or remove files”.`,
      ],
    },
    setting,
  );
}

function writeNotice(initiative: FormInitiative, said: NoticeText, setting: NoticeSetting): Letter {
  const { id, application } = initiative;
  // Erasure may remove names but keep the contact.
  const name = application.authors[0]?.fullName;
  const page = ownLink(setting.origin, "/tra-cuu");
  return {
    subject: say`${said.subject} – hồ sơ ${id}`,
    vi: [
      name ? say`Kính gửi ông/bà ${name},` : say`Kính gửi ông/bà,`,
      ...said.vi,
      say`Mã hồ sơ: ${id}\nTên sáng kiến: ${application.title}`,
      say`Để xem hồ sơ, ông/bà mở trang sau, nhập mã hồ sơ và khóa tra cứu đã nhận khi gửi:`,
      page,
      say`Vì lý do an toàn, thư này không ghi khóa tra cứu. Nếu mất khóa, ông/bà chọn “Mất khóa?” ở trang trên.`,
      say`Nếu ông/bà không gửi hồ sơ này: có người đã ghi địa chỉ thư của ông/bà vào hồ sơ, có thể do nhầm. Ông/bà không cần mở trang hay làm gì. Để không nhận thư về hồ sơ này nữa, đề nghị báo ${setting.unit} kèm mã hồ sơ trên.`,
    ],
    en: [
      name ? say`Dear ${name},` : say`Dear Sir or Madam,`,
      ...said.en,
      say`Code: ${id}\nTitle: ${application.title}`,
      say`To see your application, please open this page and enter the code and the access key you were given:`,
      page,
      say`For safety this message does not contain the access key. If you have lost it, please choose “Mất khóa?” (Lost your key?) on that page.`,
      say`If you did not send this application: somebody entered your mail address in it, perhaps by mistake. You need not open any page or do anything. To get no more messages about it, please tell ${setting.unit} the code above.`,
    ],
  };
}

export const summariseRefusedFile = ({
  name,
  reason,
}: {
  name: string;
  reason: Refusal;
}): Pick<NoticeText, "vi" | "en"> => ({
  vi: [say`Không nhận được tệp ${sayFileName(name)}. ${rulesVi[reason]}`],
  en: [say`The file ${sayFileName(name)} could not be taken. ${rulesEn[reason]}`],
});

function sayReceived({ channel, receivedAt, late }: FormInitiative): { vi: Words; en: Words } {
  const day = formatDay(dayOf(receivedAt));
  const hour = channel === "paper" ? say`` : say`lúc ${timeOf(receivedAt)} `;
  return {
    vi: say`${hour}ngày ${day}${late ? say` (nhận sau hạn)` : say``}`,
    en: say`on ${day}${late ? say` (after the closing day)` : say``}`,
  };
}

export const summariseStep = (
  initiative: FormInitiative,
  event: Event,
  setting: NoticeSetting,
): Pick<NoticeText, "vi" | "en"> | null => {
  const said = sayStep(initiative, event, setting);
  if (!said || event.move !== "submit") return said;
  // A summary has no attachment, so this text does not mention the receipt.
  const received = sayReceived(initiative);
  return {
    vi: [say`${setting.unit} đã nhận ${received.vi}.`],
    en: [say`Received by ${setting.unit} ${received.en}.`],
  };
};

function sayStep(initiative: FormInitiative, event: Event, setting: NoticeSetting): NoticeText | null {
  const { unit, campaign, reason } = setting;
  const why = { vi: reason ? [say`Lý do: ${reason}`] : [], en: reason ? [say`Reason: ${reason}`] : [] };
  const due = typeof initiative.dueOn === "string" ? formatDay(initiative.dueOn) : null;
  const until = {
    vi: due ? [say`Đề nghị ông/bà gửi lại chậm nhất vào ngày ${due}.`] : [],
    en: due ? [say`Please send it again by ${due}.`] : [],
  };
  const decision = writeDecision(event);
  switch (event.move) {
    case "submit": {
      const received = sayReceived(initiative);
      const answer = formatDay(deadlinesFrom(campaign, dayOf(initiative.receivedAt)).acceptance);
      return {
        subject: say`Giấy biên nhận`,
        vi: [
          say`${unit} đã nhận đơn yêu cầu công nhận sáng kiến của ông/bà ${received.vi}. Giấy biên nhận gửi kèm thư này.`,
          say`Kết quả kiểm tra đơn được trả lời chậm nhất vào ngày ${answer}.`,
        ],
        en: [
          say`${unit} received your application for the recognition of an initiative ${received.en}. The receipt is attached.`,
          say`You will be told the result of the check by ${answer}.`,
        ],
      };
    }
    case "accept": {
      const number = `${initiative.number}/${initiative.year}`;
      return {
        subject: say`Đã tiếp nhận`,
        vi: [say`${unit} đã tiếp nhận hồ sơ của ông/bà, số tiếp nhận ${number}.`],
        en: [say`${unit} has accepted your application under number ${number}.`],
      };
    }
    case "return":
      return {
        subject: say`Cần bổ sung`,
        vi: [say`${unit} trả lại hồ sơ để ông/bà bổ sung.`, ...why.vi, ...until.vi],
        en: [say`${unit} has returned your application for completion.`, ...why.en, ...until.en],
      };
    case "askToComplete":
      return {
        subject: say`Cần hoàn thiện`,
        vi: [say`Hội đồng đề nghị ông/bà hoàn thiện hồ sơ.`, ...why.vi, ...until.vi],
        en: [say`The council asks you to complete your application.`, ...why.en, ...until.en],
      };
    case "refuse":
      return {
        subject: say`Không tiếp nhận`,
        vi: [say`${unit} không tiếp nhận hồ sơ của ông/bà.`, ...why.vi],
        en: [say`${unit} has refused your application.`, ...why.en],
      };
    case "recognise":
      return {
        subject: say`Được công nhận`,
        vi: [say`Sáng kiến của ông/bà đã được công nhận${decision.vi}. Trân trọng chúc mừng ông/bà.`],
        en: [say`Your initiative has been recognised${decision.en}. Congratulations.`],
      };
    case "notRecognise":
      return {
        subject: say`Kết quả xét`,
        vi: [say`Sáng kiến của ông/bà chưa được công nhận ở lần xét này${decision.vi}.`, ...why.vi],
        en: [say`Your initiative was not recognised this time${decision.en}.`, ...why.en],
      };
    case "revoke":
      return {
        subject: say`Thu hồi công nhận`,
        vi: [say`Việc công nhận sáng kiến của ông/bà đã bị thu hồi${decision.vi}.`, ...why.vi],
        en: [say`The recognition of your initiative has been revoked${decision.en}.`, ...why.en],
      };
    case "correctDecision":
      return {
        subject: say`Đính chính quyết định`,
        vi: [
          say`Số và ngày của quyết định về sáng kiến của ông/bà được đính chính: nay ghi${decision.vi}.`,
          ...why.vi,
        ],
        en: [
          say`Number and day of the decision about your initiative were corrected; it now stands${decision.en}.`,
          ...why.en,
        ],
      };
    default:
      return null;
  }
}

function writeDecision(event: Event): { vi: Words; en: Words } {
  const decision = event.facts.decision as Decision | null | undefined;
  if (!decision) return { vi: say``, en: say`` };
  const { number } = decision;
  const day = formatDay(decision.signedOn);
  return { vi: say` theo Quyết định số ${number} ngày ${day}`, en: say` by decision ${number} of ${day}` };
}

/** The key is in the link's fragment, which browsers do not send. */
export function composeKeyLetter(initiative: FormInitiative, accessKey: string, origin: string): Letter {
  const { id } = initiative;
  const link = ownLink(origin, `/tra-cuu#${id}.${accessKey}`);
  return {
    subject: say`Khóa tra cứu mới – hồ sơ ${id}`,
    vi: [
      say`Kính gửi ông/bà,`,
      say`Theo yêu cầu tại trang Tra cứu, hồ sơ ${id} được cấp khóa tra cứu mới. Ông/bà mở hồ sơ bằng liên kết này:`,
      link,
      say`Khóa cũ (kể cả mã QR đã in) vẫn dùng được cho đến khi liên kết này được mở lần đầu; từ lúc đó chỉ còn khóa mới. Nếu ông/bà xin nhiều lần, chỉ liên kết trong thư mới nhất mở được. Ai có liên kết này đều mở được hồ sơ: đề nghị ông/bà giữ riêng, không chuyển tiếp.`,
      say`Nếu ông/bà không yêu cầu, có người biết mã hồ sơ và địa chỉ thư này. Ông/bà không cần làm gì: không mở liên kết thì không có gì thay đổi, khóa cũ vẫn dùng được.`,
    ],
    en: [
      say`Dear Sir or Madam,`,
      say`As asked for on the Follow page, application ${id} gets a new access key. This link opens it:`,
      link,
      say`The old key (a printed QR code too) works until this link is first opened; from then on the new key alone does. If you asked several times, the link in the newest message is the one that works. Whoever has it can open the application: please keep it to yourself.`,
      say`If you did not ask for it, somebody knows your code and this address. You need not do anything: unless the link is opened nothing changes, and the old key still works.`,
    ],
  };
}
