import type * as v from "valibot";

/** A node of a schema as Valibot builds it, as far as its size depends on it. */
export interface SchemaNode {
  kind: string;
  type: string;
  pipe?: readonly (SchemaNode | SchemaAction)[];
  entries?: Record<string, SchemaNode>;
  item?: SchemaNode;
  wrapped?: SchemaNode;
  options?: readonly unknown[];
  literal?: unknown;
}

interface SchemaAction {
  kind: string;
  type: string;
  requirement?: unknown;
}

/** A place in a schema that sets no bound, as a pointer with `*` for the items of an array. */
export interface Unbounded {
  pointer: string;
  lacks: "max length" | "bounds" | "shape";
}

/** JSON writes a character of UTF-16 as six bytes at the worst (`\u1ea1`); decomposed Vietnamese takes five. */
const bytesOfCharacter = 6;
/** `-1.7976931348623157e+308` and a little more. */
const bytesOfNumber = 25;
/** What stands between the parts where a body is written with spaces. */
const slack = 1.02;

/** The largest body that a route accepts. */
export interface BodyLimit {
  bytes: number;
  /** Members of all its objects together. */
  members: number;
}

/**
 * Measures the largest JSON body that a schema may accept, and lists the places that set no bound. Field order and spaces are the sender's, so the bytes are rounded up; a few members
 * more than there can be still reach the schema, which names what is unknown.
 */
export function measureBody(schema: v.GenericSchema): BodyLimit & { unbounded: Unbounded[] } {
  const unbounded: Unbounded[] = [];
  const node = schema as unknown as SchemaNode;
  const bytes = measure(node, "", unbounded);
  return {
    bytes: Math.ceil((bytes * slack) / 1024 + 1) * 1024,
    members: countMembers(node) + 100,
    unbounded,
  };
}

function countMembers(node: SchemaNode): number {
  if (node.entries)
    return Object.values(node.entries).reduce((sum, entry) => sum + 1 + countMembers(entry), 0);
  if (node.item) return mostOf(node) * countMembers(node.item);
  if (node.wrapped) return countMembers(node.wrapped);
  const isChoice = node.type === "union" || node.type === "variant";
  return isChoice ? Math.max(...((node.options ?? []) as SchemaNode[]).map(countMembers)) : 0;
}

/** The length that a text or an array may have; infinite where nothing bounds it. */
function mostOf(node: SchemaNode): number {
  const lengths = actionsOf(node).filter(({ type }) => type === "max_length" || type === "length");
  return Math.min(...lengths.map(({ requirement }) => Number(requirement)));
}

function measure(node: SchemaNode, pointer: string, unbounded: Unbounded[]): number {
  const lack = (lacks: Unbounded["lacks"]) => {
    unbounded.push({ pointer, lacks });
    return 0;
  };
  const actions = actionsOf(node);
  const most = mostOf(node);
  switch (node.type) {
    case "string": {
      const plain = actions.some(
        ({ type, requirement }) => type === "regex" && isAscii(requirement as RegExp),
      );
      return Number.isFinite(most) ? 2 + most * (plain ? 1 : bytesOfCharacter) : lack("max length");
    }
    case "number":
      return isBounded(actions) ? bytesOfNumber : lack("bounds");
    case "boolean":
      return "false".length;
    case "literal":
      return jsonBytes(node.literal);
    case "picklist":
      return Math.max(...(node.options ?? []).map(jsonBytes));
    case "array": {
      const item = node.item ? measure(node.item, `${pointer}/*`, unbounded) : 0;
      return Number.isFinite(most) ? 2 + most * (item + 1) : lack("max length");
    }
    case "strict_object":
      return Object.entries(node.entries ?? {}).reduce(
        (sum, [key, entry]) => sum + jsonBytes(key) + 2 + measure(entry, `${pointer}/${key}`, unbounded),
        2,
      );
    case "optional":
    case "nullable":
      return Math.max("null".length, measure(node.wrapped as SchemaNode, pointer, unbounded));
    case "union":
    case "variant":
      return Math.max(
        ...((node.options ?? []) as SchemaNode[]).map((each) => measure(each, pointer, unbounded)),
      );
    default:
      return lack("shape");
  }
}

/** The actions of a pipe, those of the pipes within it too. */
export function actionsOf({ pipe = [] }: SchemaNode): SchemaAction[] {
  return pipe.flatMap((each) => ("pipe" in each ? actionsOf(each) : [each]));
}

/** True where a pattern of `^…$` lets nothing but ASCII through. */
function isAscii({ source, flags }: RegExp): boolean {
  const classes = source.replaceAll(/\[(?!\^)(?:[^[\]\\]|\\.)*\]/g, (each) => each.replaceAll(/[.[\]]/g, ""));
  const wide = /\\[pPSDWs]|\[\^|(^|[^\\])\./.test(classes);
  return source.startsWith("^") && source.endsWith("$") && !wide && !flags.includes("i");
}

function isBounded(actions: readonly SchemaAction[]): boolean {
  const has = (...types: string[]) => actions.some(({ type }) => types.includes(type));
  return has("max_value", "lt_value") && has("min_value", "gt_value");
}

const jsonBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
