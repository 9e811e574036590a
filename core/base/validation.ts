import * as v from "valibot";
import { maxFaults } from "./bounds.ts";
import type { FieldError } from "./problems.ts";

export type Validated<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

/**
 * Returns at most `maxFaults` different errors. Unknown fields give `field.unknown`; wrong types without their own
 * rule give `field.invalid`.
 */
export function validate<S extends v.GenericSchema>(schema: S, input: unknown): Validated<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const errors = new Map<string, FieldError>();
  for (const issue of result.issues) {
    const error = describeIssue(ownRule(schema, issue) ?? issue);
    const name = `${error.pointer} ${error.code}`;
    if (!errors.has(name)) errors.set(name, error);
    if (errors.size === maxFaults) break;
  }
  return { ok: false, errors: [...errors.values()] };
}

export function findFaults(schema: v.GenericSchema, input: unknown): FieldError[] {
  const read = validate(schema, input);
  return read.ok ? [] : read.errors;
}

interface Branch extends v.GenericSchema {
  entries?: Record<string, Branch>;
  item?: Branch;
}

/** Finds the missing member's own message (`title.required`), because Valibot reports the error on the object. */
function ownRule(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> | undefined {
  if (!issue.type.endsWith("object") || issue.received !== "undefined" || !issue.path) return undefined;
  let member: Branch | undefined = schema as Branch;
  for (const { key } of issue.path) member = member?.entries?.[String(key)] ?? member?.item;
  const [own] = (member && v.safeParse(member, undefined).issues) ?? [];
  return own && { ...own, path: issue.path };
}

/** Sorts issues in field order; Valibot reports rules across fields last. */
export function inFieldOrder<const S extends v.GenericSchema & { entries: object }>(schema: S): S {
  const names = Object.keys(schema.entries);
  const placeOf = ({ path }: v.BaseIssue<unknown>) => {
    const place = names.indexOf(String(path?.[0]?.key));
    return place < 0 ? names.length : place;
  };
  const run: S["~run"] = (dataset, config) => {
    const read = schema["~run"](dataset, config);
    read.issues?.sort((a, b) => placeOf(a) - placeOf(b));
    return read;
  };
  return { ...schema, "~run": run };
}

const maxKeyLength = 60;

export function describeIssue(issue: v.BaseIssue<unknown>): FieldError {
  const pointer = (issue.path ?? [])
    .map(({ key }) => `/${escapePointer(String(key).slice(0, maxKeyLength))}`)
    .join("");
  const code = codeOf(issue);
  const params = paramsOf(issue, code);
  return params ? { pointer, code, params } : { pointer, code };
}

const messageKey = /^[a-zA-Z]+(\.[a-zA-Z]+)+$/;

function codeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never") return "field.unknown";
  const code = messageKey.test(issue.message) ? issue.message : "field.invalid";
  return code.endsWith(".invalid") && isMissing(issue) ? "value.required" : code;
}

function isMissing({ type, input }: v.BaseIssue<unknown>): boolean {
  if (input === null) return type === "number" || type === "picklist" || type === "boolean";
  return input === undefined || input === "";
}

function paramsOf(issue: v.BaseIssue<unknown>, code: string): FieldError["params"] | undefined {
  if (issue.type === "max_length" && typeof issue.requirement === "number") {
    const { length } = issue.input as { length: number };
    return { max: issue.requirement, length };
  }
  if (code === "authors.shares") {
    const { authors } = issue.input as { authors?: { share: number }[] };
    const list = authors ?? (issue.input as { share: number }[]);
    return { sum: list.reduce((sum, { share }) => sum + Math.round(share * 100), 0) / 100 };
  }
  return undefined;
}

export function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
