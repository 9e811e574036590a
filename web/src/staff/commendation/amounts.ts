import { nameForm } from "#core/commendation/forms.ts";
import type { MoneyTotal } from "#core/commendation/line-sum.ts";
import type { ComputedMoney } from "#core/commendation/money.ts";
import { formatNumber } from "../parts/numbers.ts";
import type { useWords } from "../words/words.ts";

type Words = ReturnType<typeof useWords>;

/** Example: 702.000 đồng. */
export const formatMoney = (amount: number, { w, language }: Words) =>
  w("commendations.money", { amount: formatNumber(amount, language(), 0) });

export function formatTotal({ amount, without }: MoneyTotal, words: Words): string {
  const sum = formatMoney(amount, words);
  if (without === 0) return sum;
  const gap = words.w("commendations.moneyWithout", { count: without });
  return amount === 0 ? gap : `${sum}; ${gap}`;
}

/** Example: 0,3 × 2.530.000 đồng, làm tròn lên 10.000 đồng. */
export function describeRule(computed: ComputedMoney, words: Words): string {
  const { w, language } = words;
  const { amount, gap, multiple, baseSalary, roundedUpTo, confirmed, sources } = computed;
  if (gap !== null) return w(`commendations.gap.${gap}`);
  const parts = [
    w("commendations.rule", {
      multiple: formatNumber(multiple ?? 0, language(), 2),
      salary: formatMoney(baseSalary ?? 0, words),
    }),
    roundedUpTo === null ? "" : w("commendations.rule.rounded", { step: formatMoney(roundedUpTo, words) }),
  ];
  const rule = parts.filter(Boolean).join(", ");
  const unsure = confirmed ? "" : ` ${w("commendations.rule.unconfirmed")}`;
  return `${formatMoney(amount ?? 0, words)} = ${rule} (${sources.join("; ")}).${unsure}`;
}

export const nameAward = (
  form: Parameters<typeof nameForm>[0],
  level: Parameters<typeof nameForm>[1],
  { language }: Words,
): string => nameForm(form, level, language());
