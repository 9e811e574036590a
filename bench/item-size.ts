/** Bytes that DynamoDB adds to each item. */
const overhead = 100;

/** Source: DynamoDB Developer Guide, "DynamoDB item sizes and formats". */
export const sizeOf = (item: Record<string, unknown>): number => attributes(item) + overhead;

function attributes(of: object): number {
  return Object.entries(of).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + Buffer.byteLength(name) + sizeOfValue(value)),
    0,
  );
}

function sizeOfValue(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return Math.ceil(String(value).replace(/\D/g, "").length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + sizeOfValue(each) + 1, 3);
  if (value !== null && typeof value === "object") return attributes(value) + Object.keys(value).length + 3;
  return 1;
}
