import type { FieldError } from "#core/base/problems.ts";
import { toPlainWords } from "#core/base/search-key.ts";
import { readNumber } from "#core/base/typed-number.ts";
import { validate } from "#core/base/validation.ts";
import { withoutAddress } from "#core/commendation/form-of-address.ts";
import {
  type AwardFormKey,
  type AwardLevel,
  awardFormKeys,
  formOfKey,
  nameForm,
  type RecipientKind,
} from "#core/commendation/forms.ts";
import { type awardSystems, LineForm } from "#core/commendation/line.ts";
import { dayIn, isErrorText } from "#core/workbook/sheets/cell.ts";
import { readBound } from "../lines/typed-line.ts";
import { splitCells } from "./pasted-cells.ts";
import { type PasteColumn, pasteColumns, readHead } from "./pasted-columns.ts";

export const mostPasted = 2_000;

/** Default values for empty cells and missing columns. */
export interface CommonValues {
  recipientKind: RecipientKind;
  form: AwardFormKey;
  achievement: string;
  from: string;
  to: string;
}

interface PasteFault extends FieldError {
  /** Null if the fault concerns the whole row. */
  column: PasteColumn | null;
}

export interface PastedRow {
  /** Row number from 1, including the header row. */
  row: number;
  cells: Partial<Record<PasteColumn, string>>;
  /** Null if the row has faults. */
  line: LineForm | null;
  faults: PasteFault[];
  /** Form of address that was taken from the name, such as “Ông”; null if there was none. */
  address: string | null;
}

export interface Pasted {
  columns: PasteColumn[];
  unknown: string[];
  rows: PastedRow[];
}

export function readPaste(text: string, common: CommonValues, level: AwardLevel): Pasted {
  const all = splitCells(text);
  const head = readHead(all[0] ?? []);
  const columns = head?.columns ?? pasteColumns;
  const forms = namedForms(level);
  const rows = (head ? all.slice(1) : all).map((cells, i) => {
    const named: Partial<Record<PasteColumn, string>> = {};
    for (const [at, column] of columns.entries())
      if (column !== null) named[column] = cells[at]?.trim() ?? "";
    return readRow(named, i + (head ? 2 : 1), common, forms);
  });
  return {
    columns: pasteColumns.filter((column) => columns.includes(column)),
    unknown: head?.unknown ?? [],
    rows,
  };
}

type Forms = ReadonlyMap<string, AwardFormKey>;

/** Award forms by name; names at `level` take precedence. */
function namedForms(level: AwardLevel): Forms {
  const forms = new Map<string, AwardFormKey>();
  const add = (name: string, key: AwardFormKey) => {
    const folded = toPlainWords(name);
    if (!forms.has(folded)) forms.set(folded, key);
  };
  for (const key of awardFormKeys)
    for (const language of ["vi", "en"] as const) add(nameForm(key, level, language), key);
  for (const key of awardFormKeys) {
    const { name, nameAt } = formOfKey(key);
    for (const each of [name, ...Object.values(nameAt)]) {
      add(each.vi, key);
      add(each.en, key);
    }
  }
  return forms;
}

const fold = (names: Readonly<Record<string, readonly string[]>>) =>
  new Map(
    Object.entries(names).flatMap(([key, each]) => each.map((name) => [toPlainWords(name), key] as const)),
  );

const kinds = fold({
  individual: ["Cá nhân", "CN", "Individual"],
  collective: ["Tập thể", "TT", "Collective"],
  household: ["Hộ gia đình", "Hộ", "Gia đình", "Household"],
  residentialArea: ["Khu dân cư", "KDC", "Thôn", "Tổ dân phố", "Residential area"],
});
const sexes = fold({ female: ["Nữ", "Female"], male: ["Nam", "Male"] });
const systems = fold({
  front: ["Mặt trận", "MTTQ", "Front"],
  memberOrganisation: ["Tổ chức thành viên", "Member organisation"],
  stateBody: ["Cơ quan nhà nước", "State body"],
  publicUnit: ["Đơn vị sự nghiệp", "Public unit"],
  enterprise: ["Doanh nghiệp", "Enterprise"],
  citizen: ["Người dân", "Nhân dân", "Citizen"],
  unknown: ["Chưa rõ", "Unknown"],
} satisfies Record<(typeof awardSystems)[number], readonly string[]>);
const leaders = fold({ yes: ["x", "Có", "Lãnh đạo", "1", "Yes"], no: ["Không", "0", "No"] });

/** Value that the schema always refuses. */
const unread = "?";

function readRow(cells: PastedRow["cells"], row: number, common: CommonValues, forms: Forms): PastedRow {
  const text = (column: PasteColumn) => cells[column] ?? "";
  const choose = (column: PasteColumn, names: ReadonlyMap<string, string>, otherwise: unknown) =>
    text(column) === "" ? otherwise : (names.get(toPlainWords(text(column))) ?? unread);
  const leader = choose("leader", leaders, "no");
  const input = {
    recipientKind: choose("recipientKind", kinds, common.recipientKind),
    name: text("name"),
    birthYear: readYear(text("birthYear")),
    sex: choose("sex", sexes, null),
    position: text("position"),
    workplace: text("workplace"),
    leader: leader === unread ? unread : leader === "yes",
    system: choose("system", systems, "unknown"),
    form: choose("form", forms, common.form),
    achievement: text("achievement") || common.achievement,
    from: readBound(text("from") || common.from),
    to: readBound(text("to") || common.to),
    initiative: text("initiative") || null,
    model: null,
    money: readMoney(text("money")),
    note: text("note"),
  };
  const read = validate(LineForm, input);
  const cellFaults = pasteColumns.flatMap((column) => findCellFault(column, text(column)));
  if (read.ok && cellFaults.length === 0) {
    const { line, address } = withoutAddress(read.value);
    return { row, cells, line, faults: [], address };
  }
  const told = new Set<string | null>(cellFaults.map(({ column }) => column));
  const faults = (read.ok ? [] : read.errors)
    .map((error): PasteFault => {
      const name = error.pointer.slice(1);
      return { ...error, column: pasteColumns.find((column) => column === name) ?? null };
    })
    .filter(({ column }) => column === null || !told.has(column));
  return { row, cells, line: null, faults: [...cellFaults, ...faults], address: null };
}

/** Faults of a cell's text that the schema cannot tell: an error of Excel, and a day of birth that does not exist. */
function findCellFault(column: PasteColumn, text: string): PasteFault[] {
  const fault = (code: string) => [{ pointer: `/${column}`, column, code, params: { value: text } }];
  if (isErrorText(text)) return fault("commendation.cell.error");
  return column === "birthYear" && writtenDay.test(text) && dayIn(text) === null
    ? fault("commendation.cell.day")
    : [];
}

const writtenDay = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/;

/** Reads the year from `1980` or `15/03/1980`. */
function readYear(text: string): number | string | null {
  if (text === "") return null;
  const year = /^\d{4}$/.test(text) ? text : dayIn(text)?.slice(0, 4);
  return year === undefined ? unread : Number(year);
}

function readMoney(text: string): number | string | null {
  const read = readNumber(text.replace(/(?:đồng|đ|vnđ|vnd)\.?$/iu, ""), { decimals: false });
  if (read.kind === "empty") return null;
  return read.kind === "number" ? read.value : unread;
}
