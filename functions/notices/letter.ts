import { escapeHtml } from "../documents/html/text.ts";
import type { Mail } from "../store/aws/mail.ts";
import { quote, quoteFileName } from "./foreign-text.ts";

declare const ours: unique symbol;

/** Text of a letter, with users' text quoted. Only `say` and `sayFileName` create it. */
export interface Words {
  readonly kind: "text";
  readonly text: string;
  readonly [ours]: true;
}

/** URL of a page of this site, the only kind of link in a letter. Only `ownLink` creates it. */
export interface OwnLink {
  readonly kind: "ownLink";
  readonly address: string;
  readonly [ours]: true;
}

export type Paragraph = Words | OwnLink;

export interface Letter {
  subject: Words;
  vi: readonly Paragraph[];
  en: readonly Paragraph[];
}

/** Template tag that quotes strings as users' text and joins lists by line. */
export function say(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Words | readonly Words[])[]
): Words {
  const put = (value: (typeof values)[number] | undefined): string => {
    if (value === undefined) return "";
    if (typeof value !== "object") return quote(String(value));
    return "text" in value ? value.text : value.map(({ text }) => text).join("\n");
  };
  return { kind: "text", text: parts.map((part, i) => part + put(values[i])).join("") } as Words;
}

export const sayFileName = (name: string): Words => ({ kind: "text", text: quoteFileName(name) }) as Words;

/** Throws if the path leads to another origin. */
export function ownLink(origin: string, path: string): OwnLink {
  const { origin: led, href } = new URL(path, origin);
  if (led !== origin) throw new Error("a link of a letter leads elsewhere");
  return { kind: "ownLink", address: href } as OwnLink;
}

const foot = say`Thư này do hệ thống tự động gửi; ông/bà không cần trả lời.`;
const footEn = say`This message was sent automatically; there is no need to reply.`;

/** Only an `ownLink` becomes a link in HTML. */
export function writeMail(to: string, { subject, vi, en }: Letter): Mail {
  const page = (lang: string, paragraphs: readonly Paragraph[]) =>
    `<div lang="${lang}">\n${paragraphs.map((each) => `<p>${writeHtml(each)}</p>`).join("\n")}\n</div>`;
  const plain = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map((each) => (each.kind === "ownLink" ? each.address : each.text));
  return {
    to,
    subject: subject.text,
    text: [...plain([...vi, foot]), "* * *", ...plain([...en, footEn]), ""].join("\n\n"),
    html: `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no"><title>${escapeHtml(subject.text)}</title></head>
<body style="font-family:'Times New Roman',serif;font-size:16px;line-height:1.5;max-width:40em">
${page("vi", [...vi, foot])}
<hr>
${page("en", [...en, footEn])}
</body>
</html>
`,
  };
}

function writeHtml(paragraph: Paragraph): string {
  if (paragraph.kind === "text") return paragraph.text.split("\n").map(escapeHtml).join("<br>");
  const address = escapeHtml(paragraph.address);
  return `<a href="${address}">${address}</a>`;
}
