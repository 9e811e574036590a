import { readFileSync } from "node:fs";

/** What is measured of an initiative's life and of the work around it, each once. */
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
  /** Request units of DynamoDB, indexes and transactions included. */
  writes: number;
  reads: number;
  /** Requests to the API, or runs of a handler. */
  calls: number;
  /** Milliseconds of the whole step on this machine, DynamoDB Local's answers included. Never held to anything. */
  milliseconds: number;
}

/** The committed figures that `npm run cost` reckons with; `npm run cost -- --measure` writes them anew. */
export interface Measured {
  /** The day on which it was measured. */
  on: string;
  steps: Record<StepName, StepCost>;
  /** Bytes that an initiative leaves in the table at the end of its life, by DynamoDB's own reckoning, and in its indexes. */
  bytes: { table: number; indexes: number };
  /** A first visit of somebody who sends an initiative: bytes over the wire (compressed), and requests for files. */
  visit: { bytes: number; requests: number };
}

const file = new URL("measured.json", import.meta.url);

/** The committed figures. */
export const readMeasured = (): Measured => JSON.parse(readFileSync(file, "utf8"));

/** Where they are kept. */
export const measuredFile: string = file.pathname;
