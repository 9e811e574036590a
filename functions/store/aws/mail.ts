import { SESv2Client, type SESv2ClientConfig, SendEmailCommand } from "@aws-sdk/client-sesv2";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  attachment?: { name: string; type: string; bytes: Uint8Array } | undefined;
}

/** `refused`: permanent (no such address, no permission); `busy`: retry later. */
export class MailError extends Error {
  readonly kind: "refused" | "busy";
  constructor(kind: MailError["kind"], cause: unknown) {
    super(`mail ${kind}`, { cause });
    this.name = "MailError";
    this.kind = kind;
  }
}

export function openMail(sender: string, config: SESv2ClientConfig = {}) {
  const client = new SESv2Client(config);
  const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  return {
    async send({ to, subject, text, html, attachment }: Mail): Promise<void> {
      const Attachments = attachment && [
        {
          FileName: attachment.name,
          ContentType: attachment.type,
          RawContent: attachment.bytes,
          ContentDisposition: "ATTACHMENT" as const,
          ContentTransferEncoding: "BASE64" as const,
        },
      ];
      try {
        await client.send(
          new SendEmailCommand({
            FromEmailAddress: sender,
            Destination: { ToAddresses: [to] },
            Content: {
              Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) }, Attachments },
            },
          }),
        );
      } catch (error) {
        throw new MailError(isRefusal(error) ? "refused" : "busy", error);
      }
    },
  };
}

export type Mailer = ReturnType<typeof openMail>;

const temporary = new Set(["TooManyRequestsException", "LimitExceededException", "SendingPausedException"]);

function isRefusal(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500 && status !== 429 && !temporary.has(name ?? "");
}
