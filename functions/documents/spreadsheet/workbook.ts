/** A column of a sheet: what its head says, what its cells hold. */
export interface Column {
  key: string;
  header: string;
  kind: "text" | "number" | "day";
  /** In characters, about. */
  width?: number;
  /** What may be chosen: a drop-down list under the cells. */
  choices?: readonly string[];
  required?: boolean;
  /** Shown beside a cell of the column while it is selected; at most 255 characters. */
  note?: string;
}

export interface Sheet {
  /** At most 31 characters, without []:*?/\. */
  name: string;
  columns: readonly Column[];
}

/** A day is YYYY-MM-DD, a share a number that is shown in percent. A fault makes its cell red and is said in the row's last column. */
export type PlainCell = string | number | { day: string } | { share: number } | null;
export type Cell = PlainCell | { fault: string; value: PlainCell };

/** The head of the column that says what is wrong in each row. */
export const faultHeader = "Lỗi cần sửa";

const requiredMark = " *";

/** What stands in the head of a column: its header, marked where it is required. */
export function headOf(column: Column): string {
  return column.required ? column.header + requiredMark : column.header;
}

/** The letters of a column, counted from 0: A, B … Z, AA … */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const dayMilliseconds = 86_400_000;
/** Before 1 March 1900 the serial numbers of spreadsheets count a 29 February that never was. */
const firstSoundSerial = 61;
const lastSerial = 2_958_465;
const epoch = Date.UTC(1899, 11, 30);
const serialsTo1904 = 1_462;

/** The serial number by which a spreadsheet knows a day (YYYY-MM-DD); null before 1 March 1900. A RangeError where it is no day. */
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

/** The day (YYYY-MM-DD) of a serial number, the time of day left out; null where no day answers to it. */
export function dayOf(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial) + (from1904 ? serialsTo1904 : 0);
  if (!(whole >= 1 && whole <= lastSerial) || whole === firstSoundSerial - 1) return null;
  const shift = whole < firstSoundSerial ? 1 : 0;
  return new Date(epoch + (whole + shift) * dayMilliseconds).toISOString().slice(0, 10);
}

/** A day (YYYY-MM-DD) as Vietnam writes it: 25/12/2026. */
export function showDay(day: string): string {
  return day.split("-").reverse().join("/");
}
