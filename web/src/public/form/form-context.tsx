import { createContext, useContext } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { FieldError } from "#core/base/problems.ts";
import type { channels } from "#core/initiatives/application.ts";
import type { Step } from "./steps/steps.ts";
import type { TypedForm } from "./typed-form.ts";

export interface FormUnit {
  id: string;
  name: string;
  /** Name of the parent unit, to distinguish units of the same name. */
  within: string | null;
  former?: readonly string[];
}

export interface FormCampaign {
  id: string;
  name: string;
  closesOn: string;
}

export interface FormParts {
  form: TypedForm;
  set: SetStoreFunction<TypedForm>;
  /** Answers as they will be sent. */
  sent: () => TypedForm;
  /** Returns null before the field's step is checked. */
  errorAt: (pointer: string) => FieldError | null;
  units: () => readonly FormUnit[];
  campaigns: () => readonly FormCampaign[];
  consent: () => string;
  /** False if the result is reported later. */
  asksResult: () => boolean;
  /** True only in a first submission. */
  asksName: () => boolean;
  channel: () => (typeof channels)[number];
  goTo: (step: Step, pointer?: string) => void;
  /** Undefined if steps have no addresses. */
  pathOf: (step: Step) => string | undefined;
}

const Parts = createContext<FormParts>();

export const FormPartsProvider = Parts.Provider;

export function useForm(): FormParts {
  const parts = useContext(Parts);
  if (!parts) throw new Error("a part of the form stands outside it");
  return parts;
}
