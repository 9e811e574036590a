import type { exportsVi } from "./text-vi.ts";

/** The same words in English. */
export const exportsEn: Record<keyof typeof exportsVi, string> = {
  "export.button": "Export",
  "export.title": "Export a list",
  "export.list.register": "Register of {year}",
  "export.list.inbox": "Dossiers that lie with the unit",
  "export.list.councilQueue": "Dossiers of the council, {year}",
  "export.list.library": "Recognised initiatives of {year}",
  "export.list.figures": "Figures of three years up to {year}",
  "export.list.units": "List of units",
  "export.lead": "The file has only the columns that you may read, and no dates of birth.",
  "export.format": "Kind of file",
  "export.format.xlsx": "XLSX, for Excel or LibreOffice",
  "export.format.csv": "CSV, for other programs",
  "export.begin": "Export",
  "export.close": "Close",
  "export.recent": "Recent exports",
  "export.none": "Nothing has been exported yet.",
  "export.waiting": "Waiting",
  "export.running": "Exporting, {count} rows so far",
  "export.done": "Done, {count} rows",
  "export.failed": "It could not be exported. Try again later.",
  "export.download": "Download",
  "export.downloadOf": "Download {name}",
  "export.keep": "You may close this window: the export goes on. The file is kept for seven days.",
  "export.offline": "No connection. Check the network and try again.",
};
