import { summariseError } from "#core/base/error-summary.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { replaceableFiles } from "#core/initiatives/replaced-files.ts";
import { MailError } from "../store/aws/mail.ts";
import { type HeldLetter, nameAddress } from "../store/letters.ts";
import { summariseRefusedFile, summariseStep } from "./author-letters.ts";
import { type AuthorNoticeDeps, readReason, readSetting } from "./author-notice.ts";
import { type Letter, ownLink, say, type Words, writeMail } from "./letter.ts";
import { judgeFiles } from "./receipt.ts";

interface SummaryEntry {
  id: string;
  title: string;
  vi: readonly Words[];
  en: readonly Words[];
}

export function composeSummary(entries: readonly SummaryEntry[], origin: string): Letter {
  const dossiers = new Set(entries.map(({ id }) => id)).size;
  const page = ownLink(origin, "/tra-cuu");
  const list = (language: "vi" | "en") =>
    entries.map((each) => {
      const [first, ...rest] = each[language];
      return say`- ${each.id}, “${each.title}”: ${[first ?? say``]}${rest.map((line) => say` ${line}`)}`;
    });
  return {
    subject: say`Tổng hợp ${entries.length} thông báo về ${dossiers} hồ sơ`,
    vi: [
      say`Kính gửi ông/bà,`,
      say`Trong một giờ địa chỉ thư này có nhiều thông báo về hồ sơ. Để không gửi quá nhiều thư, hệ thống gộp ${entries.length} thông báo còn lại vào thư này:`,
      say`${list("vi")}`,
      say`Giấy biên nhận và tình trạng từng hồ sơ có tại trang sau: nhập mã hồ sơ và khóa tra cứu đã nhận khi gửi, rồi chọn “Tải giấy biên nhận (PDF)”.`,
      page,
      say`Nếu ông/bà không gửi các hồ sơ này: có người đã ghi địa chỉ thư của ông/bà vào hồ sơ, có thể do nhầm. Ông/bà không cần mở trang hay làm gì. Để không nhận thư về hồ sơ nào nữa, đề nghị báo nơi tiếp nhận kèm mã hồ sơ.`,
    ],
    en: [
      say`Dear Sir or Madam,`,
      say`There were many messages about applications for this address within an hour. So as not to send too many, the other ${entries.length} are put together here:`,
      say`${list("en")}`,
      say`The receipt and the state of each application are on this page: please enter its code and the access key you were given, and choose “Tải giấy biên nhận (PDF)” (Download the receipt).`,
      page,
      say`If you did not send these applications: somebody entered your mail address in them, perhaps by mistake. You need not open any page or do anything. To get no more messages about one, please tell the receiving unit its code.`,
    ],
  };
}

/**
 * Sends each address with a due letter one summary of its held letters. The next run retries failed
 * addresses. Throws the first fault.
 */
export async function sendSummaries(deps: AuthorNoticeDeps): Promise<void> {
  const faults: unknown[] = [];
  for (const address of await deps.store.letters.due(deps.clock())) {
    try {
      await sendSummary(deps, address);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}

async function sendSummary(deps: AuthorNoticeDeps, address: string): Promise<void> {
  const { store, mail, origin, clock, log, measure } = deps;
  if (!(await store.letters.beginSummary(address, clock()))) return;
  const held = await store.letters.held(address);
  let done: readonly HeldLetter[] = [];
  try {
    const entries: NonNullable<Awaited<ReturnType<typeof readSummaryEntry>>>[] = [];
    for (const letter of held) {
      const each = await readSummaryEntry(deps, letter);
      if (each) entries.push(each);
    }
    const to = entries[0]?.to;
    if (to) {
      await store.letters.noteSending(address, held, clock());
      await mail.send(writeMail(to, composeSummary(entries, origin)));
    }
    done = held;
  } catch (error) {
    if (!(error instanceof MailError && error.kind === "refused")) throw error;
    log("mail refused", { id: held[0]?.id, step: "summary", fault: summariseError(error) });
    measure("MailRefused", 1);
    done = held;
  } finally {
    await store.letters.endSummary(address, done);
  }
}

/** Null if the contact was erased or changed. After a change, the letter is held for the new address. */
async function readSummaryEntry(
  deps: AuthorNoticeDeps,
  { id, n, file, address }: HeldLetter,
): Promise<(SummaryEntry & { to: string }) | null> {
  const found = await deps.store.initiatives.getWithHistory(id);
  if (found?.initiative.origin !== "application") return null;
  const initiative: FormInitiative = found.initiative;
  const { title, contact } = initiative.application;
  if (!contact.email) return null;
  const owner = nameAddress(contact.email);
  if (owner !== address) {
    await deps.store.letters.hold({ address: owner, id, n, file, due: deps.clock() });
    return null;
  }
  if (file !== null) {
    const said = await sayRefusedFile(deps, initiative, file);
    return said && { id, title, to: contact.email, ...said };
  }
  const stored = found.events.find(({ event }) => event.n === n);
  const event = stored?.event ?? (n === initiative.first.n ? initiative.first : null);
  if (!event) return null;
  const { unit, campaign } = await readSetting(deps, initiative);
  const reason = await readReason(deps, id, stored?.event ?? null);
  const said = summariseStep(initiative, event, { unit: unit.name, campaign, origin: deps.origin, reason });
  return said && { id, title, to: contact.email, vi: said.vi, en: said.en };
}

/** Null if the file was replaced or the dossier accepts no more files. */
async function sayRefusedFile(deps: AuthorNoticeDeps, initiative: FormInitiative, id: string) {
  if (replaceableFiles(initiative.state) === "none") return null;
  const files = await judgeFiles(deps, initiative.attachments ?? []);
  const file = files.find((each) => each.id === id);
  return file?.state === "refused" ? summariseRefusedFile(file) : null;
}
