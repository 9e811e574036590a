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
