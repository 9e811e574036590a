import * as v from "valibot";
import { AwardFormKey, RecipientKind } from "./forms.ts";

/** Totals per form and recipient kind. */
export const LineSum = v.strictObject({
  form: AwardFormKey,
  recipientKind: RecipientKind,
  count: v.number(),
  leaders: v.number(),
  /** Individuals of the Front and of its member organisations. */
  front: v.number(),
  memberOrganisations: v.number(),
  /** `priced`: number of lines with their own amount. `money`: sum of these amounts in đồng. */
  priced: v.number(),
  money: v.number(),
});
export type LineSum = v.InferOutput<typeof LineSum>;

/** Totals of the lines that were cancelled one by one. */
export const CancelledSum = v.strictObject({
  count: v.number(),
  /** Sum of the known amounts in đồng. */
  moneyToRecover: v.number(),
  /** Number of cancelled lines whose amount is unknown. */
  unknown: v.number(),
  /** Earliest day of a cancellation; null without one. */
  firstOn: v.nullable(v.string()),
});
export type CancelledSum = v.InferOutput<typeof CancelledSum>;

export const MoneyTotal = v.strictObject({
  /** Sum of given and computed amounts in đồng. */
  amount: v.number(),
  /** Number of lines without any amount. */
  without: v.number(),
});
export type MoneyTotal = v.InferOutput<typeof MoneyTotal>;
