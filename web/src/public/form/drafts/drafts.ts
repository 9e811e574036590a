import { toBase64Url } from "#core/base/base64url.ts";
import type { FieldError } from "#core/base/problems.ts";
import type { SubmissionInput } from "#core/initiatives/application.ts";
import type { ProblemError } from "../../../api.ts";
import type { Step } from "../steps/steps.ts";
import { emptyAuthor, emptyForm, type TypedForm } from "../typed-form.ts";
import type { DraftLink } from "./link.ts";

export interface Draft {
  id: string;
  /** `Idempotency-Key`, shared by all copies, so that a retry returns the same receipt. */
  key: string;
  /** ISO 8601 in UTC; empty before the first input. */
  savedAt: string;
  form: TypedForm;
  step: Step;
  /** Stored in case the campaign is no longer listed. */
  unitName: string;
  /** Number of saves. */
  revision: number;
  writer: string;
  link: DraftLink | null;
  /** Submission to send once there is a network. */
  waiting: Waiting | null;
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

/** 256 random bits in base64url. */
export function drawKey(): string {
  return drawId(32);
}

/** Next key if the code of `key` is taken. Every tab derives the same key. */
export async function keyAfter(key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`doan-ket-sang-tao/next-key/${key}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

export function startDraft(form: TypedForm = emptyForm(), key = drawKey()): Draft {
  return {
    id: drawId(12),
    key,
    savedAt: "",
    form,
    step: "authors",
    unitName: "",
    revision: 0,
    writer: "",
    link: null,
    waiting: null,
    refusal: null,
  };
}

export const nameDraft = ({ form }: Draft): string => form.title.trim() || form.authors[0]?.fullName || "";

/** Adds fields that an older version did not store. */
export function readDraft(kept: Partial<Draft>): Draft {
  const form = { ...emptyForm(), ...kept.form };
  const authors = form.authors.map((author) => ({ ...emptyAuthor(), ...author }));
  return { ...startDraft(), ...kept, form: { ...form, authors } };
}
