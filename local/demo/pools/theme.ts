/**
 * What one kind of initiative is about: sentences that fit each other whichever are chosen. Slots: `{noi}` the unit as it stands in a sentence, `{nam}` the
 * year, `{so:a-b}` a number, `{pt:a-b}` a percentage, `{tien:a-b}` so many million đồng.
 */
export interface Theme {
  titles: readonly string[];
  problem: readonly string[];
  how: readonly string[];
  conditions: readonly string[];
  benefits: readonly string[];
}
