/** Member organisations of the Front; `other` is named in words. */
export const memberOrganisations = [
  "tradeUnion",
  "farmers",
  "women",
  "youth",
  "veterans",
  "redCross",
  "elderly",
  "learning",
  "other",
] as const;
