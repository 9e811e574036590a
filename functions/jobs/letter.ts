import { escapeHtml } from "../documents/html-text.ts";
import type { Mail } from "../store/mail.ts";

/** A letter from an office, in Vietnamese and then in English: paragraphs, of which a line that is an address becomes a link. */
export interface Letter {
  subject: string;
  vi: string[];
  en: string[];
}

/** The letter as words alone and as a simple page of the same words. Nothing in it is taken for markup. */
export function writeMail(to: string, { subject, vi, en }: Letter): Mail {
  const foot = "Thư này do hệ thống tự động gửi; ông/bà không cần trả lời.";
  const footEn = "This message was sent automatically; there is no need to reply.";
  const page = (lang: string, paragraphs: string[]) =>
    `<div lang="${lang}">\n${paragraphs.map((text) => `<p>${writeLines(text)}</p>`).join("\n")}\n</div>`;
  return {
    to,
    subject,
    text: [...vi, foot, "* * *", ...en, footEn, ""].join("\n\n"),
    html: `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:'Times New Roman',serif;font-size:16px;line-height:1.5;max-width:40em">
${page("vi", [...vi, foot])}
<hr>
${page("en", [...en, footEn])}
</body>
</html>
`,
  };
}

function writeLines(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      /^https?:\/\/\S+$/.test(line)
        ? `<a href="${escapeHtml(line)}">${escapeHtml(line)}</a>`
        : escapeHtml(line),
    )
    .join("<br>");
}
