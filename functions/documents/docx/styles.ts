import { AlignmentType, type IStylesOptions, LineRuleType } from "docx";
import type { Layout } from "../layout.ts";
import { half, mm } from "./page.ts";

const font = "Times New Roman";

export const styleIds = {
  body: "BodyText",
  item: "ListText",
  subject: "Subject",
  caption: "TableCaption",
  cell: "TableText",
  head: "TableHead",
  source: "SourceLine",
  /** Marks a table's place until the file is packed. */
  slot: "TableSlot",
} as const;

/** Line spacing is in 240ths. */
export function stylesOf({ size, paragraph }: Layout): IStylesOptions {
  const spacing = {
    after: paragraph.after * 20,
    line: Math.round(paragraph.lines * 240),
    lineRule: LineRuleType.AUTO,
  };
  const indent = { firstLine: mm(paragraph.firstLine) };
  const black = { color: "000000", font };
  const heading = (italics: boolean, before: number) => ({
    next: styleIds.body,
    run: { ...black, size: half(size.body), bold: true, italics },
    paragraph: { spacing: { ...spacing, before }, indent, keepNext: true },
  });
  const style = (id: string, name: string, paragraph: object, run: object = {}) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    paragraph,
    run,
  });
  const centre = { alignment: AlignmentType.CENTER };
  return {
    default: {
      document: {
        run: { ...black, size: half(size.body), language: { value: "vi-VN" } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      title: { run: { ...black, size: half(size.type), bold: true }, paragraph: centre },
      heading1: heading(false, paragraph.after * 20),
      heading2: heading(true, 0),
    },
    paragraphStyles: [
      style(styleIds.body, "Body Text", { alignment: AlignmentType.JUSTIFIED, indent, spacing }),
      style(styleIds.item, "List Text", { alignment: AlignmentType.JUSTIFIED, indent, spacing }),
      style(styleIds.subject, "Subject", centre, { size: half(size.subject), bold: true }),
      style(styleIds.caption, "Table Caption", centre, { size: half(size.caption), bold: true }),
      style(styleIds.cell, "Table Text", {}, { size: half(size.table) }),
      style(
        styleIds.head,
        "Table Head",
        { ...centre, keepNext: true },
        { size: half(size.table), bold: true },
      ),
      style(styleIds.source, "Source Line", {}, { size: half(size.source), color: "595959" }),
    ],
  };
}
