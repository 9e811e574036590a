import { summariseError } from "#core/base/error-summary.ts";
import type { MetricName } from "#core/base/metric.ts";
import { type Mail, MailError, type Mailer } from "../store/aws/mail.ts";
import type { Store } from "../store/store.ts";
import { type Letter, writeMail } from "./letter.ts";

export interface ClaimedMailDeps {
  store: Pick<Store, "receipts">;
  mail: Mailer;
  log: (message: string, details: Record<string, unknown>) => void;
  measure: (name: MetricName, value: number) => void;
}

/** `about`: the id to log instead of `id`. */
interface Claim {
  id: string;
  step: number;
  about?: string;
}

export interface Posting {
  to: string;
  letter: Letter;
  attachment?: Mail["attachment"];
}

/**
 * Claims a mail, then sends it at most once. Returns `before` for a mail claimed earlier, `refused` for a
 * refused address. Any other fault releases the claim and is thrown.
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
