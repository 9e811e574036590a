import { summariseError } from "#core/base/error-summary.ts";
import type { MetricName } from "#core/base/metric.ts";
import { type Mail, MailError, type Mailer } from "../store/aws/mail.ts";
import type { Store } from "../store/store.ts";
import { type Letter, writeMail } from "./letter.ts";

/** What sending under a claim works with. `log` is told of an address that takes no mail: an id, nothing personal. */
export interface ClaimedMailDeps {
  store: Pick<Store, "receipts">;
  mail: Mailer;
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

/** What tells one mail from every other; `about` is the id that stands in the log where the mail is refused, the claim's own unless given. */
interface Claim {
  id: string;
  step: number;
  about?: string;
}

/** A letter and whom it goes to, with a document of ours perhaps. */
export interface Posting {
  to: string;
  letter: Letter;
  attachment?: Mail["attachment"];
}

/**
 * Sends a mail once, however often it is asked for: it is claimed in the table before. `before` where somebody has claimed it already. An address
 * that is none stops nothing and is told as `refused`; what may pass is thrown to be tried again, under a claim given back.
 */
export async function sendOnce(
  { store, mail, log, measure }: ClaimedMailDeps,
  { id, step, about = id }: Claim,
  { to, letter, attachment }: Posting,
): Promise<"sent" | "before" | "refused"> {
  if (!(await store.receipts.claimMail(id, step))) return "before";
  try {
    await mail.send({ ...writeMail(to, letter), attachment });
    return "sent";
  } catch (error) {
    if (!(error instanceof MailError && error.kind === "refused")) {
      await store.receipts.releaseMail(id, step);
      throw error;
    }
    log("mail refused", { id: about, step, fault: summariseError(error) });
    measure("MailRefused", 1);
    return "refused";
  }
}
