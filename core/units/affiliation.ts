import type { System } from "./unit.ts";

export const authorKinds = ["individual", "collective", "household"] as const;

export const isGroup = ({ kind }: { kind?: string | undefined }): boolean =>
  kind === "collective" || kind === "household";

/** Affiliation of an author. Undefined means unknown, not citizen. */
export const affiliations = [
  "front",
  "memberOrganisation",
  "stateBody",
  "publicUnit",
  "enterprise",
  "citizen",
] as const;
export type Affiliation = (typeof affiliations)[number];

const systemOf: Readonly<Record<Affiliation, System>> = {
  front: "front",
  memberOrganisation: "member",
  stateBody: "government",
  publicUnit: "government",
  enterprise: "other",
  citizen: "other",
};

interface Affiliated {
  affiliation?: Affiliation | undefined;
}

/** Distinct systems in the authors' order; empty if all are unknown. */
export function systemsOfAuthors(authors: readonly Affiliated[]): System[] {
  return [...new Set(authors.flatMap(({ affiliation }) => (affiliation ? [systemOf[affiliation]] : [])))];
}

/** Systems of an initiative: the authors', else the unit's. */
export const systemsOf = ({ authorSystems = [], system }: Placed): readonly System[] =>
  authorSystems.length > 0 ? authorSystems : [system];

/** Older summaries lack `authorSystems`. */
interface Placed {
  authorSystems?: readonly System[] | undefined;
  system: System;
}
