export const effortKinds = ["submission", "draft", "upload", "accessKey"] as const;
export type EffortKind = (typeof effortKinds)[number];

export const effortWindowSeconds = 600;

/**
 * Actions per address and window at the base price. Only a submission costs a proof below it. Carriers put
 * thousands of phones behind one address, so more is never refused, only harder.
 */
export const freeRate: Record<EffortKind, number> = {
  submission: 60,
  draft: 300,
  upload: 300,
  accessKey: 10,
};

/** Factor of the hardest proof: 8 seconds on a slow phone (docs/decisions/0037). */
export const maxEffort = 16;

export const effortOf = (kind: EffortKind, count: number): number =>
  Math.min(maxEffort, Math.max(1, count / freeRate[kind]));
