import type { Hono } from "hono";
import * as v from "valibot";
import { actionsOf, measureBody, type SchemaNode } from "#core/base/body-size.ts";
import type { Env } from "../../functions/api/context.ts";
import { descriptionOf } from "../../functions/api/describe.ts";

/** A route that takes a body, with the schema that its handler parses with. */
export interface BodyRoute {
  method: string;
  path: string;
  schema: v.GenericSchema;
  /** The largest body that it takes, in bytes. */
  limit: number;
}

/** Every route of an API that describes a body. */
export function routesWithBodies(app: Pick<Hono<Env>, "routes">): BodyRoute[] {
  return app.routes.flatMap(({ method, path, handler }) => {
    const body = descriptionOf(handler)?.body;
    return body ? [{ method, path, schema: body, limit: measureBody(body).bytes }] : [];
  });
}

const nodeOf = (schema: v.GenericSchema) => schema as unknown as SchemaNode;
const schemaOf = (node: SchemaNode) => node as unknown as v.GenericSchema;
const accepts = (node: SchemaNode, value: unknown) => v.safeParse(schemaOf(node), value).success;

/** Where a part of a body stands: keys of objects and places in arrays. */
export type Place = (string | number)[];

/** Each leaf of a schema with its place, through optional parts, all variants and the first item of each array. */
export function leavesOf(schema: v.GenericSchema): { place: Place; node: SchemaNode }[] {
  const walk = (node: SchemaNode, place: Place): { place: Place; node: SchemaNode }[] => {
    if (node.entries)
      return Object.entries(node.entries).flatMap(([key, each]) => walk(each, [...place, key]));
    if (node.item) return [{ place, node }, ...walk(node.item, [...place, 0])];
    if (node.wrapped) return walk(node.wrapped, place);
    if (node.type === "union" || node.type === "variant")
      return (node.options as SchemaNode[]).flatMap((each) => walk(each, place));
    return [{ place, node }];
  };
  return walk(nodeOf(schema), []);
}

const maxOf = (node: SchemaNode): number =>
  Math.min(
    ...actionsOf(node)
      .filter(({ type }) => type === "max_length")
      .map(({ requirement }) => Number(requirement)),
  );

/** The largest body that a schema may accept: texts of three-byte letters, full arrays. Rules across fields are the reader's to mend. */
export const largestBody = (schema: v.GenericSchema): unknown => buildFrom(schema, Number.POSITIVE_INFINITY);

/** A body of the same shape with one item in each array. */
export const smallBody = (schema: v.GenericSchema): unknown => buildFrom(schema, 1);

function buildFrom(schema: v.GenericSchema, items: number): unknown {
  let drawn = 0;
  const build = (node: SchemaNode): unknown => {
    if (node.entries)
      return Object.fromEntries(Object.entries(node.entries).map(([key, each]) => [key, build(each)]));
    if (node.item) {
      const { item } = node;
      return Array.from({ length: Math.min(items, maxOf(node)) }, () => build(item));
    }
    if (node.wrapped) return build(node.wrapped);
    const size = (value: unknown) => JSON.stringify(value)?.length ?? 0;
    const largest = (values: unknown[]) =>
      values.reduce((best, each) => (size(each) > size(best) ? each : best), values[0]);
    switch (node.type) {
      case "union":
      case "variant":
        return largest((node.options as SchemaNode[]).map(build));
      case "picklist":
        return largest([...(node.options ?? [])]);
      case "literal":
        return node.literal;
      case "boolean":
        return false;
      case "number":
        return [5, 1, 2026].find((each) => accepts(node, each)) ?? 0;
      default: {
        const most = maxOf(node);
        const id = String(drawn++);
        const candidates = [
          "ế".repeat(most),
          `${id}${"a".repeat(most)}`.slice(0, most),
          `a${id.padStart(most - 1, "a")}`.slice(0, most),
          `a.${"b".repeat(most - 2)}`,
          `${id.padStart(22, "A")}`,
          "2026-01-01",
          "2026",
          "7",
          "0912345678",
          `${"a".repeat(50)}@example.vn`,
          "AAAA",
          "i".repeat(16),
          "AAAA-AAAA",
        ];
        return candidates.find((each) => accepts(node, each)) ?? "";
      }
    }
  };
  return build(nodeOf(schema));
}

const put = (body: unknown, [key, ...rest]: Place, value: unknown): unknown => {
  if (key === undefined) return value;
  if (typeof key === "number") return [put((body as unknown[] | undefined)?.[0], rest, value)];
  const before = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  return { ...before, [key]: put(before[key], rest, value) };
};

/** A body with one part of it replaced. */
export const withPart = (body: unknown, place: Place, value: unknown): unknown => put(body, place, value);

/** Bodies within a limit that cost a careless reader the most, as text. */
export function worstBodies(schema: v.GenericSchema, limit: number): { shape: string; body: string }[] {
  const valid = largestBody(schema);
  const leaves = leavesOf(schema);
  const fill = (place: Place, item: string) => {
    const mark = "@@";
    const around = JSON.stringify(withPart(valid, place, mark));
    const room = Math.max(0, limit - Buffer.byteLength(around));
    return around.replace(
      `"${mark}"`,
      `[${Array(Math.floor(room / (item.length + 1)) + 1)
        .fill(item)
        .join(",")}]`,
    );
  };
  const strings = leaves.filter(({ node }) => node.type === "string");
  const arrays = leaves.filter(({ node }) => node.item);
  const long = (unit: string) =>
    unit.repeat(Math.floor(limit / 2 / Buffer.byteLength(unit) / Math.max(1, strings.length)));
  const everyString = (text: string) =>
    JSON.stringify(strings.reduce((body, { place }) => withPart(body, place, text), valid));
  const keys = Array.from({ length: Math.floor(limit / 16) }, (_, i) => `"k${i}":0`).join(",");
  const wrong = arrays.map(({ place, node }) => ({
    shape: `wrong items at /${place.join("/")}`,
    body: JSON.stringify(withPart(valid, place, Array(maxOf(node)).fill({ "": {} }))),
  }));
  return [
    ...arrays.flatMap(({ place }) =>
      ["{}", "0", '""'].map((item) => ({ shape: `${item} at /${place.join("/")}`, body: fill(place, item) })),
    ),
    ...wrong,
    { shape: "unknown keys", body: `{${keys}}` },
    { shape: "one unknown key", body: JSON.stringify({ ["k".repeat(limit - 20)]: 0 }) },
    { shape: "marks", body: everyString(long("\u0301\u0327")) },
    { shape: "spaces", body: everyString(`${long(" ")}x`) },
    { shape: "dots", body: everyString(long("a.")) },
    { shape: "letters", body: everyString(long("a")) },
    { shape: "open brackets", body: "[".repeat(limit) },
    { shape: "brackets", body: "[".repeat(limit / 2 - 1) + "]".repeat(limit / 2 - 1) },
    { shape: "objects", body: `${'{"a":'.repeat(limit / 8)}0${"}".repeat(limit / 8)}` },
    { shape: "digits", body: "1".repeat(limit) },
    { shape: "__proto__", body: `{"__proto__":{${keys}}}` },
  ].filter(({ body }) => Buffer.byteLength(body) <= limit);
}
