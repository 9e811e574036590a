import type { Dated } from "./base-salaries.ts";

export interface Rounding extends Dated {
  /** Bonuses are rounded up to a multiple of this amount in đồng. */
  upTo: number;
  confirmed: boolean;
}

/** Amounts are not rounded on days without a row. */
export const roundings: readonly Rounding[] = [
  {
    from: "2024-01-01",
    to: "2025-06-30",
    upTo: 10_000,
    confirmed: true,
    source: "Nghị định 98/2023/NĐ-CP",
  },
  {
    from: "2025-07-01",
    to: null,
    upTo: 10_000,
    // Not verified that Nghị định 152/2025/NĐ-CP keeps the rule.
    confirmed: false,
    source: "Theo quy tắc của Nghị định 98/2023/NĐ-CP",
  },
];
