import type { Application } from "#core/initiatives/application.ts";

export const steps = ["authors", "initiative", "substance", "effect", "declaration", "review"] as const;
export type Step = (typeof steps)[number];
export const answeredSteps = steps.filter((step) => step !== "review");

export const stepSlugs: Record<Step, string> = {
  authors: "",
  initiative: "sang-kien",
  substance: "noi-dung",
  effect: "hieu-qua",
  declaration: "cam-doan",
  review: "kiem-tra",
};

export function stepPath(step: Step): string {
  return stepSlugs[step] === "" ? "/gui" : `/gui/${stepSlugs[step]}`;
}

export function findStep(slug: string): Step | undefined {
  return steps.find((step) => stepSlugs[step] === slug);
}

/** Step of each field, in form order. */
const stepOfMember: Record<string, Step> = {
  authors: "authors",
  contact: "authors",
  kind: "initiative",
  title: "initiative",
  unit: "initiative",
  field: "initiative",
  firstUsedOn: "initiative",
  investor: "initiative",
  substance: "substance",
  confidential: "substance",
  conditions: "effect",
  benefitsByAuthor: "effect",
  benefitsByUsers: "effect",
  participants: "effect",
  attachments: "declaration",
  declared: "declaration",
  consent: "declaration",
  publishName: "declaration",
} satisfies Record<keyof Application | "unit" | "attachments" | "publishName", Step>;

/** Default: the review. */
export function stepOfPointer(pointer: string): Step {
  return stepOfMember[pointer.split("/")[1] ?? ""] ?? "review";
}

const positionOf = ({ pointer }: { pointer: string }) =>
  Object.keys(stepOfMember).indexOf(pointer.split("/")[1] ?? "");

export function compareFields(a: { pointer: string }, b: { pointer: string }): number {
  return positionOf(a) - positionOf(b);
}

/** True for an error that no field can correct. */
export const isCampaignError = ({ pointer }: { pointer: string }): boolean => pointer === "/campaign";

/** Converts pointers of the API: `/application/title` becomes `/title`. */
export function readServerPointer(pointer: string): string {
  // All files share one control.
  return pointer.replace(/^\/application(?=\/|$)/, "").replace(/^\/attachments\/.*/, "/attachments");
}

/** `/authors/0/birthDate` becomes `form-authors-0-birthDate`. */
export function fieldId(pointer: string): string {
  return `form${pointer.replaceAll("/", "-")}`;
}
