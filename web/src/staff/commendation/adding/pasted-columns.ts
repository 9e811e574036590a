import { toPlainWords } from "#core/base/search-key.ts";
import type { LineForm } from "#core/commendation/line.ts";

/** Default order for tables without a header row. */
export const pasteColumns = [
  "recipientKind",
  "name",
  "birthYear",
  "sex",
  "position",
  "workplace",
  "leader",
  "system",
  "form",
  "achievement",
  "from",
  "to",
  "initiative",
  "money",
  "note",
] as const satisfies readonly (keyof LineForm)[];
export type PasteColumn = (typeof pasteColumns)[number];

/** Accepted column titles. The first of each is used in the template. */
const heads: Readonly<Record<PasteColumn, readonly string[]>> = {
  recipientKind: ["Đối tượng", "Loại đối tượng", "Kind"],
  name: [
    "Họ và tên hoặc tên tập thể",
    "Họ và tên",
    "Họ tên",
    "Tên",
    "Tên tập thể",
    "Tên tập thể, cá nhân",
    "Name",
  ],
  birthYear: ["Năm sinh hoặc năm thành lập", "Năm sinh", "Ngày sinh", "Năm thành lập", "Birth year"],
  sex: ["Giới tính", "Nam/nữ", "Sex"],
  position: ["Chức vụ", "Chức danh", "Nghề nghiệp", "Position"],
  workplace: [
    "Đơn vị",
    "Nơi công tác",
    "Đơn vị công tác",
    "Nơi công tác hoặc nơi ở",
    "Địa chỉ",
    "Workplace",
    "Unit",
  ],
  leader: ["Lãnh đạo", "Là lãnh đạo", "Leader"],
  system: ["Thuộc hệ thống", "Hệ thống", "System"],
  form: ["Hình thức, danh hiệu", "Hình thức", "Danh hiệu", "Hình thức khen thưởng", "Form"],
  achievement: ["Thành tích", "Nội dung khen thưởng", "Achievement"],
  from: ["Từ", "Từ năm", "Từ ngày", "From"],
  to: ["Đến", "Đến năm", "Đến ngày", "To"],
  initiative: ["Mã sáng kiến", "Sáng kiến", "Initiative"],
  money: ["Tiền thưởng", "Số tiền", "Mức thưởng", "Money"],
  note: ["Ghi chú", "Note"],
};

/** Titles of running numbers, which are ignored. */
const runningNumber = new Set(["stt", "tt", "so tt", "so thu tu", "no"]);

const columnOfHead = new Map(
  pasteColumns.flatMap((column) => heads[column].map((head) => [toPlainWords(head), column] as const)),
);

export const templateHeads = pasteColumns.map((column) => heads[column][0] ?? column);

export const headOf = (column: PasteColumn): string => heads[column][0] ?? column;

export interface PasteHead {
  /** Column of each cell; null if ignored. */
  columns: (PasteColumn | null)[];
  /** Unknown column titles, as pasted. */
  unknown: string[];
}

/** Returns null if the first row has no column titles. */
export function readHead(cells: readonly string[]): PasteHead | null {
  const columns = cells.map((cell) => columnOfHead.get(toPlainWords(cell)) ?? null);
  if (!columns.includes("name") || columns.filter((column) => column !== null).length < 2) return null;
  const unknown = cells.filter((cell, i) => {
    const folded = toPlainWords(cell);
    return columns[i] === null && folded !== "" && !runningNumber.has(folded);
  });
  return { columns, unknown };
}
