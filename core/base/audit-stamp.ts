import * as v from "valibot";

export const AuditStamp = v.strictObject({
  by: v.strictObject({ id: v.string(), name: v.string() }),
  at: v.string(),
});
export type AuditStamp = v.InferOutput<typeof AuditStamp>;
