import { openMail } from "../../functions/store/aws/mail.ts";
import { localAccess } from "../../local/credentials.ts";
import { startMail } from "../../local/standins/mail.ts";
import { atFileEnd } from "./cleanup.ts";

export interface ReceivedMail {
  destination: { to: string[] };
  subject: string;
  body: { text: string; html: string };
  attachments: { content: string; contentType: string; filename: string }[];
}

/** A sink for mail, what sends to it, and what it got for an address. */
export async function createMailSink() {
  const sink = await startMail();
  atFileEnd(() => sink.stop());
  return {
    mail: openMail("khong-tra-loi@example.vn", { ...localAccess, endpoint: sink.endpoint }),
    received: (to: string) => readMail(sink.endpoint, to),
  };
}

/** What the sink at `endpoint` got for an address, the first first. */
export async function readMail(endpoint: string, to: string): Promise<ReceivedMail[]> {
  const { emails } = (await (await fetch(`${endpoint}/store`)).json()) as { emails: ReceivedMail[] };
  return emails.filter(({ destination }) => destination.to.includes(to));
}
