const rows: [string, string, string, string?][] = [
  ["ticks", "✓ Đã làm ✔ xong ✗ chưa", "√ Đã làm √ xong × chưa"],
  ["arrows and diamonds as bullets", "➢ Một ❖ Hai ★ Ba", "► Một ◊ Hai * Ba"],
  ["a bullet of Word's Symbol font", "\uF0B7 Một \uF02D", "[U+F0B7] Một [U+F02D]", "[U+F0B7] Một [U+F02D]"],
  ["an emoji", "Vui 😀!", "Vui [U+1F600]!"],
  ["a family in one sign", "👨\u200D👩\u200D👧", "[U+1F468 U+1F469 U+1F467]"],
  ["a sign with a picture's variation", "☎\uFE0F 1900", "[U+260E] 1900"],
  ["Hán", "阮文安", "[U+962E U+6587 U+5B89]"],
  ["Nôm beyond the first plane", "\u{20BB7}安", "[U+20BB7 U+5B89]"],
  ["Khmer", "ខ្មែរ Trà Vinh", "[U+1781 U+17D2 U+1798 U+17C2 U+179A] Trà Vinh"],
  ["forms that have a plain one", "Ａ① ﬀ", "A1 ff"],
  ["what the font has", "Đường ½ → • “ă” – ₫ x² ≤", "Đường ½ → • “ă” – ₫ x² ≤"],
];

/** Letters that the font of a document may lack: what they are, as typed, what stands for them in a PDF and what in a DOCX. */
export const rareLetters = rows.map(
  ([what, typed, inPdf, inDocx = typed]) => [what, typed, inPdf, inDocx] as const,
);
