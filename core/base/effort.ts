export const effortKinds = ["submission", "draft", "upload", "accessKey"] as const;
export type EffortKind = (typeof effortKinds)[number];

export const effortWindowSeconds = 600;

/**
 * Actions per address and window before the proof of work gets harder. Below this rate, only submissions need a proof.
 * Further actions are not refused, because thousands of phones share a mobile carrier's address.
 */
export const freeRate: Record<EffortKind, number> = {
  submission: 60,
  draft: 300,
  upload: 300,
  accessKey: 10,
};

/** Maximum difficulty factor; takes 8 seconds on a slow phone (docs/decisions/0037). */
export const maxEffort = 16;

export const effortOf = (kind: EffortKind, count: number): number =>
  Math.min(maxEffort, Math.max(1, count / freeRate[kind]));
