import type * as v from "valibot";

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

/** Schema node without a size limit. `*` in the pointer means any array item. */
export interface Unbounded {
  pointer: string;
  lacks: "max length" | "bounds" | "shape";
}

/** Bytes of the longest JSON form of a UTF-16 code unit, such as `\u1ea1`. */
const bytesOfCharacter = 6;
const bytesOfNumber = 25;
const slack = 1.02;

export interface BodyLimit {
  bytes: number;
  members: number;
}

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
  if (node.item) return maxLengthOf(node) * countMembers(node.item);
  if (node.wrapped) return countMembers(node.wrapped);
  const isChoice = node.type === "union" || node.type === "variant";
  return isChoice ? Math.max(...((node.options ?? []) as SchemaNode[]).map(countMembers)) : 0;
}

function maxLengthOf(node: SchemaNode): number {
  const lengths = actionsOf(node).filter(({ type }) => type === "max_length" || type === "length");
  return Math.min(...lengths.map(({ requirement }) => Number(requirement)));
}

function measure(node: SchemaNode, pointer: string, unbounded: Unbounded[]): number {
  const lack = (lacks: Unbounded["lacks"]) => {
    unbounded.push({ pointer, lacks });
    return 0;
  };
  const actions = actionsOf(node);
  const max = maxLengthOf(node);
  switch (node.type) {
    case "string": {
      const ascii = actions.some(
        ({ type, requirement }) => type === "regex" && isAscii(requirement as RegExp),
      );
      return Number.isFinite(max) ? 2 + max * (ascii ? 1 : bytesOfCharacter) : lack("max length");
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
      return Number.isFinite(max) ? 2 + max * (item + 1) : lack("max length");
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

export function actionsOf({ pipe = [] }: SchemaNode): SchemaAction[] {
  return pipe.flatMap((each) => ("pipe" in each ? actionsOf(each) : [each]));
}

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
