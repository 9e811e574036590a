import type { Author, Participant } from "#core/initiatives/person.ts";
import type { TypedAttachment } from "../../attachments/typed-attachment.ts";
import { divideShares, writeShare } from "./typed-values.ts";

/** An empty `kind` is an individual; an empty `affiliation` is unknown. */
export type TypedAuthor = Record<keyof Author, string>;

export type TypedParticipant = Record<keyof Participant, string>;

export interface TypedForm {
  kind: "" | "solution" | "idea";
  authors: TypedAuthor[];
  phone: string;
  email: string;
  title: string;
  unit: string;
  /** Search text while no unit is chosen. */
  unitTyped: string;
  /** Id of the chosen campaign; empty for the unit's first. */
  campaign: string;
  field: string;
  investor: string;
  firstUsedOn: string;
  substance: string;
  confidential: string;
  conditions: string;
  benefitsByAuthor: string;
  benefitsByUsers: string;
  participants: TypedParticipant[];
  attachments: TypedAttachment[];
  declared: boolean;
  /** Version of the ticked consent. */
  consented: string;
  /** Version of the ticked consent to publish the name. */
  publishName: string;
}

export const emptyAuthor = (): TypedAuthor => ({
  kind: "",
  fullName: "",
  birthDate: "",
  workplace: "",
  position: "",
  qualification: "",
  representative: "",
  affiliation: "",
  organisation: "",
  organisationName: "",
  share: "",
});

export const emptyParticipant = (): TypedParticipant => ({
  fullName: "",
  birthDate: "",
  workplace: "",
  position: "",
  qualification: "",
  work: "",
});

export function emptyForm(unit = ""): TypedForm {
  return {
    kind: "",
    authors: [{ ...emptyAuthor(), share: "100" }],
    phone: "",
    email: "",
    title: "",
    unit,
    unitTyped: "",
    campaign: "",
    field: "",
    investor: "",
    firstUsedOn: "",
    substance: "",
    confidential: "",
    conditions: "",
    benefitsByAuthor: "",
    benefitsByUsers: "",
    participants: [],
    attachments: [],
    declared: false,
    consented: "",
    publishName: "",
  };
}

export const dividedShares = (count: number): string[] => divideShares(count).map(writeShare);
