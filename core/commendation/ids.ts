import { randomId, wholeNumber } from "#core/base/bounds.ts";

export const CommendationId = randomId("commendation.id.invalid");

export const LineNumber = wholeNumber("commendation.line.unknown", { min: 1, max: 1_000_000 });
