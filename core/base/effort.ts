export const effortKinds = ["submission", "draft", "upload", "accessKey"] as const;
export type EffortKind = (typeof effortKinds)[number];

export const effortWindowSeconds = 600;

/**
 * Actions per address and window before the proof of work gets harder. Below this number only submissions need a
 * proof. More actions are never refused, because mobile carriers share one address among thousands of phones.
 */
export const freeRate: Record<EffortKind, number> = {
  submission: 60,
  draft: 300,
  upload: 300,
  accessKey: 10,
};

/** Largest difficulty factor: 8 seconds on a slow phone (docs/decisions/0037). */
export const maxEffort = 16;

export const effortOf = (kind: EffortKind, count: number): number =>
  Math.min(maxEffort, Math.max(1, count / freeRate[kind]));
