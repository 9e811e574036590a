/** Document layout for DOCX, PDF and HTML. Lengths are in millimetres, type sizes in points. */
export interface Layout {
  margins: { top: number; bottom: number; left: number; right: number };
  nation: readonly { text: string; size: number }[];
  issuerMark: "rule" | "star";
  subjectMark: "rule" | "dashes";
  recipientsLook: { bold: boolean; italic: boolean; underline: boolean };
  size: {
    body: number;
    superior: number;
    issuer: number;
    number: number;
    date: number;
    type: number;
    subject: number;
    signer: number;
    recipientsTitle: number;
    recipients: number;
    attached: number;
    caption: number;
    table: number;
    /** Beside the QR code. */
    hint: number;
    pageNumber: number;
    small: number;
    source: number;
    code: number;
  };
  paragraph: { firstLine: number; lines: number; after: number };
  words: {
    number: (symbol: string) => string;
    issued: (number: string) => string;
    onBehalf: string;
    end: string;
  };
}

/** Length of the rule below the issuer's line, as a share of it; Nghị định 30/2020/NĐ-CP allows a third to a half. */
export const issuerRule = 0.4;

const blank = " ".repeat(9);

/**
 * `decree30`: Nghị định 30/2020/NĐ-CP, phụ lục I. `party`: guidance of the Party's office for Party
 * documents.
 */
export const layouts = {
  decree30: {
    margins: { top: 20, bottom: 20, left: 30, right: 20 },
    nation: [
      { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 12 },
      { text: "Độc lập - Tự do - Hạnh phúc", size: 13 },
    ],
    issuerMark: "rule",
    subjectMark: "rule",
    recipientsLook: { bold: true, italic: true, underline: false },
    size: {
      body: 14,
      superior: 12,
      issuer: 12,
      number: 13,
      date: 13,
      type: 14,
      subject: 14,
      signer: 14,
      recipientsTitle: 12,
      recipients: 11,
      attached: 13,
      caption: 13,
      table: 11,
      hint: 12,
      pageNumber: 13,
      small: 10,
      source: 9,
      code: 24,
    },
    paragraph: { firstLine: 12.7, lines: 1.1, after: 6 },
    words: {
      number: (symbol) => `Số: ${blank}/${symbol}`,
      issued: (number) => `Số: ${number}`,
      onBehalf: "TM.",
      end: "./.",
    },
  },
  party: {
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    nation: [{ text: "ĐẢNG CỘNG SẢN VIỆT NAM", size: 15 }],
    issuerMark: "star",
    subjectMark: "dashes",
    recipientsLook: { bold: false, italic: false, underline: true },
    size: {
      body: 14,
      superior: 13,
      issuer: 13,
      number: 14,
      date: 14,
      type: 16,
      subject: 14,
      signer: 14,
      recipientsTitle: 14,
      recipients: 12,
      attached: 13,
      caption: 13,
      table: 11,
      hint: 12,
      pageNumber: 14,
      small: 10,
      source: 9,
      code: 24,
    },
    paragraph: { firstLine: 10, lines: 1.15, after: 6 },
    words: {
      number: (symbol) => `Số ${blank}-${symbol.replace("-", "/")}`,
      issued: (number) => `Số ${number}`,
      onBehalf: "T/M",
      end: ".",
    },
  },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;

export function layoutOf(name: LayoutName): Layout {
  return layouts[name];
}
