import type { LayoutName } from "./layout.ts";

/** A stretch of text. `anchor` names it as a place to jump to, `target` jumps to such a place; paper ignores both. */
export interface Inline {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** Begins on a new line. */
  newLine?: boolean;
  anchor?: string;
  target?: string;
}

export interface DocumentItem {
  runs: Inline[];
  items: DocumentItem[];
}

export interface DocumentColumn {
  title: string;
  align: "left" | "center" | "right";
  /** Share of the table's width, in percent. */
  width: number;
  /** Its cells stay on one line. */
  whole?: boolean;
}

export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "paragraph"; runs: Inline[] }
  | { kind: "list"; items: DocumentItem[] }
  /**
   * Bars side by side, a group of them for each name on the axis, one for each series; an unknown value has none. `words` say for whoever does not
   * see it what it shows. The table of the same numbers stands beside it, so that a format that cannot draw it leaves it out.
   */
  | {
      kind: "chart";
      caption: string;
      words: string;
      series: string[];
      groups: { name: string; bars: { value: number | null; label: string }[] }[];
    }
  /** A code to be typed and an address to be opened, set large and apart; paper formats that can draw it add the address as a QR code. */
  | { kind: "code"; label: string; text: string; url: string; hint: string }
  | {
      kind: "table";
      caption: string;
      columns: DocumentColumn[];
      rows: { anchor?: string; cells: Inline[][] }[];
    };

/** Head of an official document: the body above, the one that issues, number and symbol; place and date, left to be filled in. */
export interface Letterhead {
  superior: string;
  issuer: string;
  number: string;
  placeAndDate: string;
}

/** Where the document is signed outside this system, by a person and by the organisation: empty fields, no picture of either. */
export interface SignatureBlock {
  authority: string;
  position: string;
  fields: string[];
}

export interface Annex {
  title: string;
  subject: string;
  blocks: Block[];
}

/** An official document as its parts (Nghị định 30/2020/NĐ-CP, phụ lục I), for any of the formats. Carries no clock. */
export interface OfficialDocument {
  layout: LayoutName;
  letterhead: Letterhead;
  /** Name of the type: BÁO CÁO. */
  type: string;
  subject: string;
  /** Shown on every page, where something must not be taken for real. */
  banner: string | null;
  body: Block[];
  signature: SignatureBlock;
  recipients: string[];
  annexes: Annex[];
  /** SHA-256 of the data it was made from, said in a quiet last line and in the file's properties; null where there is nothing to prove. */
  dataHash: string | null;
  /** For the editor, to be taken out before the document is issued; null where there is nothing to say. */
  editorNotes: { title: string; notes: string[] } | null;
}

/** The line that says what data a document was made from; null where it need not. */
export function describeSource({ dataHash }: Pick<OfficialDocument, "dataHash">): string | null {
  return dataHash && `Mã dữ liệu: ${dataHash}`;
}

/** The editor's notes as the last pages of a document on paper. */
export function asAnnex({ title, notes }: NonNullable<OfficialDocument["editorNotes"]>): Annex {
  const items = notes.map((note) => ({ runs: [{ text: note }], items: [] }));
  return {
    title: title.toUpperCase(),
    subject: "(Bỏ trang này trước khi ban hành)",
    blocks: [{ kind: "list", items }],
  };
}
