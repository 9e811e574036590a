/** Valid from `from` to `to` inclusive; a null `to` means still in force. */
export interface Dated {
  from: string;
  to: string | null;
  source: string;
}

export const isInForce = ({ from, to }: Dated, on: string): boolean =>
  from <= on && (to === null || on <= to);

export interface BaseSalary extends Dated {
  /** Đồng a month. */
  amount: number;
}

/** Mức lương cơ sở. */
export const baseSalaries: readonly BaseSalary[] = [
  { from: "2019-07-01", to: "2023-06-30", amount: 1_490_000, source: "Nghị định 38/2019/NĐ-CP" },
  { from: "2023-07-01", to: "2024-06-30", amount: 1_800_000, source: "Nghị định 24/2023/NĐ-CP" },
  { from: "2024-07-01", to: "2026-06-30", amount: 2_340_000, source: "Nghị định 73/2024/NĐ-CP" },
  { from: "2026-07-01", to: null, amount: 2_530_000, source: "Mức từ 01/7/2026, theo nguồn thứ cấp" },
];
