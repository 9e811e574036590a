import { toBase64Url } from "#core/base/base64url.ts";
import type { FieldError } from "#core/base/problems.ts";
import type { SubmissionInput } from "#core/initiatives/application.ts";
import type { ProblemError } from "../../../api.ts";
import { emptyForm, type TypedForm } from "../typed-form.ts";
import type { DraftLink } from "./link.ts";

/** A form that is being filled in on this device, with the secret under which it will be sent. */
export interface Draft {
  id: string;
  /** The `Idempotency-Key`: drawn with the draft and shared by its copies, so that sending it again gives the same receipt. */
  key: string;
  /** ISO 8601 in UTC; empty while nothing has been typed. */
  savedAt: string;
  form: TypedForm;
  /** The name of the chosen unit, for reading it when its campaign is no longer there. */
  unitName: string;
  /** Counts the times it was kept; who is behind it has not seen the latest. */
  revision: number;
  /** The page that kept it last. */
  writer: string;
  /** Where an encrypted copy lies, once one was asked for. */
  link: DraftLink | null;
  /** Sent without a network: what goes out by itself when there is one. */
  waiting: Waiting | null;
  /** Why what waited was refused in the end; told when the draft is opened. */
  refusal: Refusal | null;
}

export interface Waiting {
  submission: SubmissionInput;
  unitName: string;
  since: string;
}

export interface Refusal {
  code: ProblemError["code"];
  errors: FieldError[];
}

const drawId = (bytes: number): string => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));

/** Draws the secret of a new submission: 256 random bits in base64url. */
export function drawKey(): string {
  return drawId(32);
}

/** The secret to use where the code of this one is taken: the same in every tab. */
export async function keyAfter(key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`doan-ket-sang-tao/next-key/${key}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** A draft with nothing in it, under a secret of its own; `form` for one that takes over what is typed elsewhere. */
export function startDraft(form: TypedForm = emptyForm(), key = drawKey()): Draft {
  return {
    id: drawId(12),
    key,
    savedAt: "",
    form,
    unitName: "",
    revision: 0,
    writer: "",
    link: null,
    waiting: null,
    refusal: null,
  };
}

/** Title or first author; empty while neither is typed. */
export const nameDraft = ({ form }: Draft): string => form.title.trim() || form.authors[0]?.fullName || "";

/** A draft as it was kept; a member that an older version did not know is empty. */
export function readDraft(kept: Partial<Draft>): Draft {
  return { ...startDraft(), ...kept, form: { ...emptyForm(), ...kept.form } };
}
