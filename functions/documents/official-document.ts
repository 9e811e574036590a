import type { LayoutName } from "./layout.ts";

/** `anchor` names a position, `target` links to one; DOCX and PDF ignore both. */
export interface Inline {
  text: string;
  bold?: boolean;
  italic?: boolean;
  newLine?: boolean;
  anchor?: string;
  target?: string;
}

export interface DocumentItem {
  runs: Inline[];
  items: DocumentItem[];
}

/** `width` is in percent of the text's width. `whole`: codes do not break at a hyphen. */
export interface DocumentColumn {
  title: string;
  align: "left" | "center" | "right";
  width: number;
  whole?: boolean;
}

export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "paragraph"; runs: Inline[]; centred?: true }
  | { kind: "list"; items: DocumentItem[] }
  /** Unknown values have no bar. */
  | {
      kind: "chart";
      caption: string;
      words: string;
      series: string[];
      groups: { name: string; bars: { value: number | null; label: string }[] }[];
    }
  | { kind: "code"; label: string; text: string; url: string; hint: string }
  | {
      kind: "table";
      caption: string;
      columns: DocumentColumn[];
      /** `spans`: the only cell is the heading of the rows below it. */
      rows: { anchor?: string; cells: Inline[][]; spans?: true }[];
    };

export interface Letterhead {
  superior: string;
  issuer: string;
  joint?: string;
  number: string;
  placeAndDate: string;
}

export interface SignatureBlock {
  authority: string;
  position: string;
  name?: string;
  fields: string[];
}

/** `subject` is in capitals; `attachedTo` names the main document. */
export interface Annex {
  title: string;
  subject: string;
  attachedTo?: string;
  blocks: Block[];
}

/** Parts of an official document (Nghị định 30/2020/NĐ-CP, phụ lục I), independent of the output format. */
export interface OfficialDocument {
  layout: LayoutName;
  letterhead: Letterhead;
  type: string;
  subject: string;
  banner: string | null;
  body: Block[];
  signature: SignatureBlock;
  jointSignature?: SignatureBlock;
  recipients: string[];
  annexes: Annex[];
  /** SHA-256 of the source data, shown in the last line and the file's properties. */
  dataHash: string | null;
  /** Notes for the editor, to be removed before issue. */
  editorNotes: { title: string; notes: string[] } | null;
}

export function describeSource({ dataHash }: Pick<OfficialDocument, "dataHash">): string | null {
  return dataHash && `Mã dữ liệu: ${dataHash}`;
}

export function asAnnex({ title, notes }: NonNullable<OfficialDocument["editorNotes"]>): Annex {
  const items = notes.map((note) => ({ runs: [{ text: note }], items: [] }));
  return {
    title: title.toUpperCase(),
    subject: "(Bỏ trang này trước khi ban hành)",
    blocks: [{ kind: "list", items }],
  };
}
