import type { PersonalFields } from "#core/initiatives/personal-fields.ts";
import type { CommendationEntry, CommendationForm } from "./decision.ts";
import type { CancellationForm, LineForm } from "./line.ts";

// Without schemas, since the public API's bundle contains it.

const open = { shownTo: ["readers"], erased: "never" } as const;
const named = { shownTo: ["readers"], erased: "named" } as const;

/** Texts of a decision may name its recipients. */
export const commendationPrivacy = {
  year: open,
  issuer: open,
  level: open,
  line: open,
  basis: open,
  occasion: named,
  subject: named,
  articles: named,
  document: open,
  budget: open,
} as const satisfies PersonalFields<CommendationForm>;

/** Cancellation of a decision or of one line. */
export const cancellationPrivacy = {
  ground: open,
  reason: named,
  on: open,
  moneyToRecover: open,
} as const satisfies PersonalFields<CancellationForm>;

export const entryPrivacy = { reason: named } as const satisfies Partial<PersonalFields<CommendationEntry>>;

/**
 * Every reader of a decision sees its lines. An erasure keeps counted fields. `unlessRecognised` applies to an erasure
 * of the dossier behind the line, as in `authorPrivacy`.
 */
export const linePrivacy: PersonalFields<LineForm> = {
  recipientKind: open,
  name: { shownTo: ["readers"], erased: "unlessRecognised" },
  birthYear: { shownTo: ["readers"], erased: "always", blank: null },
  sex: { shownTo: ["readers"], erased: "always", blank: null },
  position: { shownTo: ["readers"], erased: "unlessRecognised" },
  workplace: { shownTo: ["readers"], erased: "unlessRecognised" },
  leader: open,
  system: open,
  form: open,
  achievement: { shownTo: ["readers"], erased: "unlessRecognised" },
  from: open,
  to: open,
  initiative: { shownTo: ["readers"], erased: "unlessRecognised", blank: null },
  model: { shownTo: ["readers"], erased: "unlessRecognised", blank: null },
  money: open,
  note: { shownTo: ["readers"], erased: "always" },
};
