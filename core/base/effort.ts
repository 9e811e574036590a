/** What anybody may do without being known, and at most at the price of a proof of work. */
export const effortKinds = ["submission", "draft", "upload", "accessKey"] as const;
export type EffortKind = (typeof effortKinds)[number];

/** The stretch in which it is counted what a network address does. */
export const effortWindowSeconds = 600;

/**
 * How often an address may do a thing in ten minutes at the usual price: what an office does. A submission always costs a proof, the others none up to
 * there. Carriers put thousands of phones behind one address, so more makes the proof harder and is never refused.
 */
export const freeRate: Record<EffortKind, number> = {
  submission: 60,
  draft: 300,
  upload: 300,
  accessKey: 10,
};

/** How many times the usual work the maxEffort proof is: 8 seconds on a slow phone (docs/decisions/0037-letters-and-what-they-cost.md). */
export const maxEffort = 16;

/** How many times the usual work a proof is for an address that has done `count` of a kind: in step with the count, not in powers of sixteen. */
export const effortOf = (kind: EffortKind, count: number): number =>
  Math.min(maxEffort, Math.max(1, count / freeRate[kind]));
