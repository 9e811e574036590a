import { dayOf } from "../core/calendar.ts";
import { type Campaign, deadlinesFrom } from "../core/campaign.ts";
import type { Event } from "../core/history.ts";
import type { FormInitiative } from "../core/initiative.ts";
import type { Decision } from "../core/recognition.ts";
import { formatDay } from "../core/report-wording.ts";
import type { Letter } from "./letter.ts";
import { timeOf } from "./receipt-document.ts";

/** What a notice tells besides the record: names as they are now, where the pages live, and the reason written with the step, if any. */
export interface NoticeSetting {
  unit: string;
  campaign: Campaign;
  origin: string;
  reason: string | null;
}

/** A step in words: the subject's, and a sentence or two in both languages. */
interface Said {
  subject: string;
  vi: string[];
  en: string[];
}

/**
 * The letter that tells an author of a step, or null for steps that need none: what an author did is known to them. It names the code and the
 * page to follow it; never the access key, which nobody but the author has.
 */
export function composeNotice(
  initiative: FormInitiative,
  event: Event,
  setting: NoticeSetting,
): Letter | null {
  const said = sayStep(initiative, event, setting);
  if (!said) return null;
  const { id, application } = initiative;
  const name = application.authors[0]?.fullName ?? "";
  const address = `${setting.origin}/tra-cuu`;
  return {
    subject: `${said.subject} – hồ sơ ${id}`,
    vi: [
      `Kính gửi ông/bà ${name},`,
      ...said.vi,
      `Mã hồ sơ: ${id}\nTên sáng kiến: ${application.title}`,
      `Để xem hồ sơ, ông/bà mở trang sau, nhập mã hồ sơ và khóa tra cứu đã nhận khi gửi:\n${address}`,
      "Vì lý do an toàn, thư này không ghi khóa tra cứu. Nếu mất khóa, ông/bà chọn “Mất khóa?” ở trang trên.",
    ],
    en: [
      `Dear ${name},`,
      ...said.en,
      `Code: ${id}\nTitle: ${application.title}`,
      `To see your application, please open this page and enter the code and the access key you were given:\n${address}`,
      "For safety this message does not contain the access key. If you have lost it, please choose “Mất khóa?” (Lost your key?) on that page.",
    ],
  };
}

function sayStep(initiative: FormInitiative, event: Event, setting: NoticeSetting): Said | null {
  const { unit, campaign, reason } = setting;
  const why = { vi: reason ? [`Lý do: ${reason}`] : [], en: reason ? [`Reason: ${reason}`] : [] };
  const due = typeof initiative.dueOn === "string" ? formatDay(initiative.dueOn) : null;
  const until = {
    vi: due ? [`Đề nghị ông/bà gửi lại chậm nhất vào ngày ${due}.`] : [],
    en: due ? [`Please send it again by ${due}.`] : [],
  };
  const decision = writeDecision(event);
  switch (event.move) {
    case "submit": {
      const { receivedAt } = initiative;
      const received = dayOf(receivedAt);
      const answer = formatDay(deadlinesFrom(campaign, received).acceptance);
      return {
        subject: "Giấy biên nhận",
        vi: [
          `${unit} đã nhận đơn yêu cầu công nhận sáng kiến của ông/bà lúc ${timeOf(receivedAt)} ngày ${formatDay(received)}. Giấy biên nhận gửi kèm thư này.`,
          `Kết quả kiểm tra đơn được trả lời chậm nhất vào ngày ${answer}.`,
        ],
        en: [
          `${unit} received your application for the recognition of an initiative on ${formatDay(received)}. The receipt is attached.`,
          `You will be told the result of the check by ${answer}.`,
        ],
      };
    }
    case "accept": {
      const number = `${initiative.number}/${initiative.year}`;
      return {
        subject: "Đã tiếp nhận",
        vi: [`${unit} đã tiếp nhận hồ sơ của ông/bà, số tiếp nhận ${number}.`],
        en: [`${unit} has accepted your application under number ${number}.`],
      };
    }
    case "return":
      return {
        subject: "Cần bổ sung",
        vi: [`${unit} trả lại hồ sơ để ông/bà bổ sung.`, ...why.vi, ...until.vi],
        en: [`${unit} has returned your application for completion.`, ...why.en, ...until.en],
      };
    case "askToComplete":
      return {
        subject: "Cần hoàn thiện",
        vi: ["Hội đồng đề nghị ông/bà hoàn thiện hồ sơ.", ...why.vi, ...until.vi],
        en: ["The council asks you to complete your application.", ...why.en, ...until.en],
      };
    case "refuse":
      return {
        subject: "Không tiếp nhận",
        vi: [`${unit} không tiếp nhận hồ sơ của ông/bà.`, ...why.vi],
        en: [`${unit} has refused your application.`, ...why.en],
      };
    case "recognise":
      return {
        subject: "Được công nhận",
        vi: [`Sáng kiến của ông/bà đã được công nhận${decision.vi}. Trân trọng chúc mừng ông/bà.`],
        en: [`Your initiative has been recognised${decision.en}. Congratulations.`],
      };
    case "notRecognise":
      return {
        subject: "Kết quả xét",
        vi: [`Sáng kiến của ông/bà chưa được công nhận ở lần xét này${decision.vi}.`, ...why.vi],
        en: [`Your initiative was not recognised this time${decision.en}.`, ...why.en],
      };
    case "revoke":
      return {
        subject: "Thu hồi công nhận",
        vi: [`Việc công nhận sáng kiến của ông/bà đã bị thu hồi${decision.vi}.`, ...why.vi],
        en: [`The recognition of your initiative has been revoked${decision.en}.`, ...why.en],
      };
    default:
      return null;
  }
}

function writeDecision(event: Event): { vi: string; en: string } {
  const decision = event.facts.decision as Decision | null | undefined;
  if (!decision) return { vi: "", en: "" };
  const { number } = decision;
  const day = formatDay(decision.signedOn);
  return { vi: ` theo Quyết định số ${number} ngày ${day}`, en: ` by decision ${number} of ${day}` };
}

/** The letter with a new access key, as a link whose fragment no server sees. The only mail that ever carries a key. */
export function composeKeyLetter(initiative: FormInitiative, accessKey: string, origin: string): Letter {
  const { id } = initiative;
  const link = `${origin}/tra-cuu#${id}.${accessKey}`;
  return {
    subject: `Khóa tra cứu mới – hồ sơ ${id}`,
    vi: [
      "Kính gửi ông/bà,",
      `Theo yêu cầu tại trang Tra cứu, khóa tra cứu của hồ sơ ${id} đã được cấp lại. Ông/bà mở hồ sơ bằng liên kết này:`,
      link,
      "Khóa cũ không còn dùng được. Ai có liên kết này đều mở được hồ sơ: đề nghị ông/bà giữ riêng, không chuyển tiếp.",
      "Nếu ông/bà không yêu cầu, người khác có thể đã biết mã hồ sơ và địa chỉ thư này; hồ sơ vẫn chỉ mở được bằng liên kết trên.",
    ],
    en: [
      "Dear Sir or Madam,",
      `As asked for on the Follow page, the access key of application ${id} has been replaced. This link opens it:`,
      link,
      "The key before works no more. Whoever has this link can open the application: please keep it to yourself.",
      "If you did not ask for it, somebody may know your code and this address; the application still opens with the link above alone.",
    ],
  };
}
