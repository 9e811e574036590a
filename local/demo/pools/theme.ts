/**
 * Sentences that combine freely. Placeholders: `{noi}` unit, `{nam}` year, `{so:a-b}` number, `{pt:a-b}`
 * percentage, `{tien:a-b}` million đồng.
 */
export interface Theme {
  titles: readonly string[];
  problem: readonly string[];
  how: readonly string[];
  conditions: readonly string[];
  benefits: readonly string[];
}
