import * as v from "valibot";
import type { AwardFormKey, AwardLevel, RecipientKind } from "./forms.ts";
import { type BaseSalary, baseSalaries, isInForce } from "./tables/base-salaries.ts";
import { linesWithBonus, type Multiple, multiples } from "./tables/multiples.ts";
import { type Rounding, roundings } from "./tables/rounding.ts";

export const moneyGaps = [
  "otherLine",
  "noDate",
  "noMultiplesOnDate",
  "noBaseSalaryOnDate",
  "noMultiple",
] as const;

/** Default bonus of one recipient in đồng. Exactly one of `amount` and `gap` is null. */
export const ComputedMoney = v.strictObject({
  amount: v.nullable(v.number()),
  gap: v.nullable(v.picklist(moneyGaps)),
  multiple: v.nullable(v.number()),
  baseSalary: v.nullable(v.number()),
  roundedUpTo: v.nullable(v.number()),
  /** False if multiple or rounding was not verified in the law's text. */
  confirmed: v.boolean(),
  sources: v.array(v.string()),
});
export type ComputedMoney = v.InferOutput<typeof ComputedMoney>;

export interface MoneyTables {
  multiples: readonly Multiple[];
  baseSalaries: readonly BaseSalary[];
  roundings: readonly Rounding[];
}

export const moneyTables: MoneyTables = { multiples, baseSalaries, roundings };

const none = (gap: NonNullable<ComputedMoney["gap"]>): ComputedMoney => ({
  amount: null,
  gap,
  multiple: null,
  baseSalary: null,
  roundedUpTo: null,
  confirmed: false,
  sources: [],
});

interface Award {
  /** One of `commendationLines`. */
  line: string;
  form: AwardFormKey;
  level: AwardLevel;
  recipientKind: RecipientKind;
}

/** Multiple × base salary on the decision's day, rounded by the rule of that day. */
export function computeMoney(
  award: Award,
  on: string | null,
  tables: MoneyTables = moneyTables,
): ComputedMoney {
  if (!linesWithBonus.includes(award.line)) return none("otherLine");
  if (on === null) return none("noDate");
  const table = tables.multiples.filter((each) => isInForce(each, on));
  if (table.length === 0) return none("noMultiplesOnDate");
  const salary = tables.baseSalaries.findLast((each) => isInForce(each, on));
  if (!salary) return none("noBaseSalaryOnDate");
  const row = table.findLast(
    ({ form, levels, recipients }) =>
      form === award.form && levels.includes(award.level) && recipients.includes(award.recipientKind),
  );
  if (!row) return none("noMultiple");
  // Multiples have at most two decimals.
  const exact = (Math.round(row.multiple * 100) * salary.amount) / 100;
  const rounding = tables.roundings.findLast((each) => isInForce(each, on));
  const step = rounding?.upTo ?? null;
  return {
    amount: step === null ? exact : Math.ceil(exact / step) * step,
    gap: null,
    multiple: row.multiple,
    baseSalary: salary.amount,
    roundedUpTo: step,
    confirmed: row.confirmed && (rounding?.confirmed ?? true),
    sources: [row.source, salary.source, ...(rounding ? [rounding.source] : [])],
  };
}
