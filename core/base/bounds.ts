import * as v from "valibot";

/** How many faults of an input are told: reading stops there. */
export const maxFaults = 100;

/**
 * An array of at most `max` items. Its length is checked before any item, and reading stops once `maxFaults` faults are found, so that a hostile
 * body costs no more than a valid one. Keys: `many` for too many items, `few` for fewer than `min`, `invalid` for what is no array.
 */
export function boundedArray<const S extends v.GenericSchema>(
  item: S,
  { max, many, min = 0, few = many, invalid = "field.invalid" }: ArrayBounds,
) {
  return v.pipe(lengthFirst(item, max, many, invalid), v.minLength(min, few), v.maxLength(max, many));
}

interface ArrayBounds {
  max: number;
  many: string;
  min?: number;
  few?: string;
  invalid?: string;
}

/** Valibot's array, which reads every item before a pipe looks at the length, read the other way round. */
function lengthFirst<const S extends v.GenericSchema>(item: S, max: number, many: string, invalid: string) {
  const array = v.array(item, invalid);
  const length = v.maxLength<unknown[], number, string>(max, many);
  const run: (typeof array)["~run"] = (dataset, config) => {
    const input = dataset.value;
    if (!Array.isArray(input)) return array["~run"](dataset, config);
    const checked = length["~run"]({ typed: true, value: input }, config);
    if (checked.issues) return { typed: false, value: input, issues: checked.issues };
    const output: unknown[] = [];
    const issues: v.BaseIssue<unknown>[] = [];
    let typed = true;
    for (const [key, value] of input.entries()) {
      const read = item["~run"]({ value }, config);
      for (const issue of read.issues ?? [])
        issues.push({
          ...issue,
          path: [{ type: "array", origin: "value", input, key, value }, ...(issue.path ?? [])],
        });
      typed &&= read.typed;
      output.push(read.value);
      if (issues.length < maxFaults) continue;
      typed = false;
      break;
    }
    return { typed, value: output, ...(issues.length > 0 && { issues }) } as ReturnType<typeof run>;
  };
  return { ...array, "~run": run };
}

/** A whole number between two bounds, which DynamoDB and JavaScript both keep exactly. */
export const wholeNumber = (key: string, { min = 0, max }: { min?: number; max: number }) =>
  v.pipe(v.number(key), v.safeInteger(key), v.minValue(min, key), v.maxValue(max, key));

/** A version that somebody has read: far below what no longer counts exactly, so that one more can always be written. */
export const version = wholeNumber("version.invalid", { max: 1_000_000_000 });

/** A number with so many decimals at most, as people write it: `1e-300` is none, and DynamoDB would not keep it. */
export const decimalNumber = (
  key: string,
  { min, max, decimals, finer = key, missing = key }: DecimalBounds,
) =>
  v.pipe(
    v.number(({ input }) => (input === null || input === undefined ? missing : key)),
    v.minValue(min, key),
    v.maxValue(max, key),
    v.check((value) => Number(value.toFixed(decimals)) === value, finer),
  );

interface DecimalBounds {
  min: number;
  max: number;
  decimals: number;
  /** The key where there are more decimals. */
  finer?: string;
  /** The key where there is no number. */
  missing?: string;
}

/** An id that the page draws, so that asking again is the same request: 128 random bits in base64url. */
export const randomId = (key: string) =>
  v.pipe(v.string(key), v.regex(/^[\w-]{22}$/, key), v.maxLength(22, key));

/** Any of several forms, by what else the body says: for describing a body and its size, where the form is read apart. */
export const anyFormOf = <F extends Record<string, v.GenericSchema>>(forms: F) =>
  v.union(Object.values(forms));

/** Bytes that a record may be when it is accepted: an item of the table holds 400 kB, and later steps add to it. */
export const maxRecordBytes = 350_000;

/** How many bytes a record takes in the table, or a little more: JSON writes more between the values than DynamoDB counts. */
export const recordBytes = (record: unknown): number =>
  new TextEncoder().encode(JSON.stringify(record)).length;
