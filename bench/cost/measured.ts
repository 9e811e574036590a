import { readFileSync } from "node:fs";

export type StepName =
  | "prove"
  | "submit"
  | "moves"
  | "fold"
  | "heads"
  | "receipts"
  | "draft"
  | "upload"
  | "follow"
  | "inbox"
  | "dossier"
  | "dashboard"
  | "library"
  | "campaigns";

interface StepCost {
  writes: number;
  reads: number;
  calls: number;
  /** Depends on the machine that measures. */
  milliseconds: number;
}

/** Written by `npm run cost -- --measure`. */
export interface Measured {
  on: string;
  steps: Record<StepName, StepCost>;
  /** Stored bytes at the end of an initiative's life. */
  bytes: { table: number; indexes: number };
  visit: { bytes: number; requests: number };
}

const file = new URL("measured.json", import.meta.url);

export const readMeasured = (): Measured => JSON.parse(readFileSync(file, "utf8"));

export const measuredFile: string = file.pathname;
