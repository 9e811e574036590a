/** What mail programs, phones and PDF readers make links of by themselves, taken wider than any of them does. */
const patterns = [
  // An address with a scheme, also one without slashes (mailto:, tel:).
  /\p{L}(?:[\p{L}\p{N}+.-]*[\p{L}+.-])?[:：][\p{L}\p{N}/\\+][^\s]*/gu,
  /[:：][/\\／＼]{1,2}\S+/gu,
  // A host by its looks: the last label begins with a letter.
  /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}_-]*[.。．｡․﹒]\p{L}[^\s]*/gu,
  /www[.。．｡․﹒]\S+/giu,
  // A mail address.
  /\S+[@＠﹫]\S+/gu,
  // A shared folder (Outlook), a numeric host with a path or port.
  /\\\\\S+/gu,
  /\d{1,3}(?:\.\d{1,3}){3}[/:]\S*/gu,
];

/** What becomes a link in `text` without anybody marking it, as a program sees it that drops invisible characters or keeps them. */
export function autoLinks(text: string): string[] {
  const visible = text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  return [text, visible].flatMap((seen) =>
    patterns.flatMap((pattern) => [...seen.matchAll(pattern)].map(([link]) => link)),
  );
}

/** Foreign text by which somebody tries to have a link, a line or markup of theirs in a paper of ours. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ["a line break and an address", "Lê Văn Sáu\nhttps://vi-du.example/x"],
  ["a line separator and an address", "Lê Văn Sáu\u2028https://vi-du.example/x\r\nvi-du.example\u0085x.vn"],
  ["an address", "https://vi-du.example/x?y=1#z"],
  ["an address in capitals", "HTTPS://VI-DU.EXAMPLE"],
  ["an address without a host's dot", "http://localhost:8080/x"],
  ["schemes without slashes", "mailto:ai@vi-du.example javascript:alert(1) tel:+84901234567"],
  ["a bare domain", "Nhận thưởng tại vi-du.vn/y"],
  ["a domain beginning with www", "www.1vi-du.vn"],
  ["a domain with other dots", "vi-du。vn vi-du．vn vi-du｡com"],
  ["a domain in letters with marks", "thưởng-lớn.vn, xn--thng-q4a.vn"],
  ["a domain with invisible characters", "vi-du.\u200Bvn vi\u2060-du\u00AD.\u200Dvn https:\u200B//vi-du.vn"],
  ["a mail address", "ho.tro+1@vi-du.example"],
  ["a mail address with another sign", "ho.tro＠vi-du．example"],
  ["a numeric address", "http://192.0.2.7/x 192.0.2.7:8080/x"],
  ["a shared folder", "\\\\192.0.2.7\\tep \\\\may-chu\\tep"],
  ["markup", `<a href="https://vi-du.example">Bấm</a><img src=x onerror=alert(1)>`],
  ["entities", "&lt;a href=&quot;x&quot;&gt; vi-du&#46;vn &#104;ttps&#58;//vi-du"],
  ["Markdown", "[Bấm vào đây](https://vi-du.example)"],
  ["overrides of the writing direction", "\u202Env.ud-iv//:sptth\u202C \u2067vi-du.vn\u2069"],
];
