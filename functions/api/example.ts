import * as v from "valibot";
import type { SchemaNode } from "#core/base/body-size.ts";
import { lookupTable } from "#core/base/lookup.ts";

const drawnId = "Zk3v9Qx1T7mB5nR2cW8yLg";
const hash = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
const uploadId = "aaToGIcHBwcHBwcHBwcHBw";
const day = "2026-03-02";
const instant = "2026-03-02T01:30:00.000Z";

const byName = lookupTable<readonly unknown[]>({
  at: [instant],
  birthDate: ["1984-03-08"],
  by: ["Trần Thị Bình"],
  campaign: ["dien-khanh-2026"],
  closesOn: ["2026-10-31"],
  code: ["22651", "title.required"],
  detail: ["Chưa điền tên sáng kiến."],
  firstUsedOn: [day],
  from: ["2026", 2026],
  fullName: ["Nguyễn Văn An"],
  hash: [hash],
  id: ["X8H6-DMTT-WT64", "xa-dien-khanh", drawnId],
  key: ["models.built"],
  label: ["Mô hình tự quản ở khu dân cư"],
  name: ["Xã Diên Khánh"],
  now: [instant],
  number: ["12/QĐ-UBND", 12],
  on: [day],
  opensOn: ["2026-03-01"],
  parent: ["tinh-khanh-hoa"],
  path: ["xa-dien-khanh"],
  pointer: ["/title"],
  requestId: [drawnId],
  share: [100],
  status: [422],
  symbol: ["592/MTTQ-BTT"],
  title: ["Tưới nhỏ giọt cho vườn xoài"],
  to: ["2026", 2026],
  today: [day],
  type: ["application/pdf", "Kế hoạch"],
  unit: ["xa-dien-khanh"],
  units: ["xa-dien-khanh"],
  upload: [uploadId],
  url: ["https://example.vn/…"],
  workplace: ["Tổ dân phố Đông Môn 1"],
  year: [2026, "2026"],
});

/** Values for other texts, tried in order. */
const texts = [
  "Nội dung",
  day,
  "2026",
  "0905123456",
  "tac-gia@example.vn",
  "xa-dien-khanh",
  drawnId,
  hash,
  uploadId,
  "hd-0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  "AAAA",
  "AAAAAAAAAAAAAAAA",
];

/** Builds an example from the first valid value for each field's name or type. */
export const exampleOf = (schema: v.GenericSchema): unknown => build(schema as unknown as SchemaNode, "");

function build(node: SchemaNode, name: string): unknown {
  const accepts = (value: unknown) => v.is(node as unknown as v.GenericSchema, value);
  const own = byName[name] ?? (/On$/.test(name) ? [day] : /At$/.test(name) ? [instant] : []);
  if (node.entries) return buildObject(node, node.entries);
  // Lists named `items` stay empty, because a recursive schema would not end.
  if (node.item) return name === "items" && accepts([]) ? [] : [build(node.item, name)];
  if (node.wrapped) return build(node.wrapped, name);
  const [first] = (node.options ?? []) as SchemaNode[];
  switch (node.type) {
    case "union":
    case "variant":
      return own.find(accepts) ?? (first && build(first, name));
    case "picklist":
      return first;
    case "literal":
      return node.literal;
    case "boolean":
      return true;
    case "number":
      return [...own, 1, 2026].find(accepts);
    case "string":
      return [...own, ...texts].find(accepts);
    case "unknown":
    case "record":
      return {};
    default:
      return null;
  }
}

function buildObject(
  node: SchemaNode,
  entries: Readonly<Record<string, SchemaNode>>,
): Record<string, unknown> {
  const whole = Object.fromEntries(Object.entries(entries).map(([key, each]) => [key, build(each, key)]));
  const faults = (value: unknown) =>
    v.safeParse(node as unknown as v.GenericSchema, value).issues?.length ?? 0;
  return Object.keys(entries)
    .filter((key) => entries[key]?.type === "optional")
    .reduce<Record<string, unknown>>((kept, key) => {
      const { [key]: _, ...less } = kept;
      return faults(less) < faults(kept) ? less : kept;
    }, whole);
}
