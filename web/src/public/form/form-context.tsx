import { createContext, useContext } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { FieldError } from "#core/base/problems.ts";
import type { channels } from "#core/initiatives/application.ts";
import type { Step } from "./steps/steps.ts";
import type { TypedForm } from "./typed-form.ts";

/** A place that takes in applications, as the form needs to know it. */
export interface FormUnit {
  id: string;
  name: string;
  /** The name of the unit above, for telling namesakes apart. */
  within: string | null;
  /** Names by which people may still look for it. */
  former?: readonly string[];
}

/** A campaign for which an application may be meant. */
export interface FormCampaign {
  id: string;
  name: string;
  closesOn: string;
}

/** What the parts of the form share. */
export interface FormParts {
  form: TypedForm;
  set: SetStoreFunction<TypedForm>;
  /** What is typed, as it would be sent. */
  sent: () => TypedForm;
  /** The error to show at a field; null while its step has not been checked. */
  errorAt: (pointer: string) => FieldError | null;
  units: () => readonly FormUnit[];
  /** The campaigns in which the chosen unit takes applications; one is asked for where there are several. */
  campaigns: () => readonly FormCampaign[];
  consent: () => string;
  /** Whether the result is told in this form, or reported later. */
  asksResult: () => boolean;
  /** Whether it asks to let names be published: with a first submission; later that is changed apart. */
  asksName: () => boolean;
  channel: () => (typeof channels)[number];
  /** Shows a step and puts the focus on a field of it. */
  goTo: (step: Step, pointer?: string) => void;
  /** The address of a step where steps have one. */
  pathOf: (step: Step) => string | undefined;
}

const Parts = createContext<FormParts>();

export const FormPartsProvider = Parts.Provider;

/** The form around this part. */
export function useForm(): FormParts {
  const parts = useContext(Parts);
  if (!parts) throw new Error("a part of the form stands outside it");
  return parts;
}
