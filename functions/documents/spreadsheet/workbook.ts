export interface Column {
  key: string;
  header: string;
  kind: "text" | "number" | "day";
  /** In characters. */
  width?: number;
  /** The cells' drop-down list. */
  choices?: readonly string[];
  required?: boolean;
  /** Shown beside a selected cell; at most 255 characters. */
  note?: string;
}

export interface Sheet {
  /** At most 31 characters, without []:*?/\. */
  name: string;
  columns: readonly Column[];
}

/** `day` is YYYY-MM-DD; `share` is shown in percent. */
export type PlainCell = string | number | { day: string } | { share: number } | null;
export type Cell = PlainCell | { fault: string; value: PlainCell };

export const faultHeader = "Lỗi cần sửa";

const requiredMark = " *";

export function headOf(column: Column): string {
  return column.required ? column.header + requiredMark : column.header;
}

export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const dayMilliseconds = 86_400_000;
/** Serial number of 1 March 1900. Spreadsheets count a 29 February 1900, which did not exist. */
const firstSoundSerial = 61;
const lastSerial = 2_958_465;
const epoch = Date.UTC(1899, 11, 30);
const serialsTo1904 = 1_462;

/** Null before 1 March 1900. Throws RangeError for an invalid day. */
export function serialOf(day: string): number | null {
  const time = Date.parse(`${day}T00:00:00.000Z`);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(day) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, 10) !== day
  )
    throw new RangeError(`no day: ${day}`);
  const serial = (time - epoch) / dayMilliseconds;
  return serial >= firstSoundSerial ? serial : null;
}

/** Null if no day has this serial number. */
export function dayOf(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial) + (from1904 ? serialsTo1904 : 0);
  if (!(whole >= 1 && whole <= lastSerial) || whole === firstSoundSerial - 1) return null;
  const shift = whole < firstSoundSerial ? 1 : 0;
  return new Date(epoch + (whole + shift) * dayMilliseconds).toISOString().slice(0, 10);
}

export function showDay(day: string): string {
  return day.split("-").reverse().join("/");
}
