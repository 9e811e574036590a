import * as v from "valibot";

export const maxFaults = 100;

/**
 * Checks the length first and stops after `maxFaults` errors, to bound the cost of hostile input. Message keys: `many`,
 * `few`, `invalid` (not an array).
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

export const wholeNumber = (key: string, { min = 0, max }: { min?: number; max: number }) =>
  v.pipe(v.number(key), v.safeInteger(key), v.minValue(min, key), v.maxValue(max, key));

export const version = wholeNumber("version.invalid", { max: 1_000_000_000 });

/** Message keys: `finer` (too many decimals), `missing` (no number), `large` (above `max`). */
export const decimalNumber = (
  key: string,
  { min, max, decimals, finer = key, missing = key, large = key }: DecimalBounds,
) =>
  v.pipe(
    v.number(({ input }) => (input === null || input === undefined ? missing : key)),
    v.minValue(min, key),
    v.maxValue(max, large),
    v.check((value) => Number(value.toFixed(decimals)) === value, finer),
  );

interface DecimalBounds {
  min: number;
  max: number;
  decimals: number;
  finer?: string;
  large?: string;
  missing?: string;
}

/** 128 random bits in base64url. The page draws the id, so that a retry sends the same request. */
export const randomId = (key: string) =>
  v.pipe(v.string(key), v.regex(/^[\w-]{22}$/, key), v.maxLength(22, key));

export const anyFormOf = <F extends Record<string, v.GenericSchema>>(forms: F) =>
  v.union(Object.values(forms));

/** Size limit of a new record. A DynamoDB item holds 400 kB, and later steps add data. */
export const maxRecordBytes = 350_000;

export const recordBytes = (record: unknown): number =>
  new TextEncoder().encode(JSON.stringify(record)).length;
