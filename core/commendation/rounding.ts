import type { Dated } from "./base-salaries.ts";

export interface Rounding extends Dated {
  /** Bonuses are rounded up to the next multiple, in đồng. */
  upTo: number;
  confirmed: boolean;
}

/** A day without a row leaves amounts as they are computed. */
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
    // Whether Nghị định 152/2025/NĐ-CP keeps the rule was not read.
    confirmed: false,
    source: "Theo quy tắc của Nghị định 98/2023/NĐ-CP",
  },
];
