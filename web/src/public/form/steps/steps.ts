/** The steps follow the paper form; the last is for reading everything once more. */
export const steps = ["authors", "initiative", "substance", "effect", "declaration", "review"] as const;
export type Step = (typeof steps)[number];
/** The steps that hold fields. */
export const answeredSteps = steps.filter((step) => step !== "review");

/** A step's name in the address. */
export const stepSlugs: Record<Step, string> = {
  authors: "",
  initiative: "sang-kien",
  substance: "noi-dung",
  effect: "hieu-qua",
  declaration: "cam-doan",
  review: "kiem-tra",
};

/** The address of a step. */
export function stepPath(step: Step): string {
  return stepSlugs[step] === "" ? "/gui" : `/gui/${stepSlugs[step]}`;
}

/** The step that an address names; undefined where it names none. */
export function findStep(slug: string): Step | undefined {
  return steps.find((step) => stepSlugs[step] === slug);
}

/** In the order in which they stand in the form. */
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
};

/** The step on which the field of a pointer stands; the last for what is no field, as the campaign. */
export function stepOfPointer(pointer: string): Step {
  return stepOfMember[pointer.split("/")[1] ?? ""] ?? "review";
}

const positionOf = ({ pointer }: { pointer: string }) =>
  Object.keys(stepOfMember).indexOf(pointer.split("/")[1] ?? "");

/** Sorts faults as their fields stand in the form. */
export function compareFields(a: { pointer: string }, b: { pointer: string }): number {
  return positionOf(a) - positionOf(b);
}

/** True of a fault that no field can mend: the campaign takes nothing more. */
export const isCampaignError = ({ pointer }: { pointer: string }): boolean => pointer === "/campaign";

/** The pointer of a field of the form from one the API gave: `/application/title` is `/title` here. */
export function readServerPointer(pointer: string): string {
  // Files have one control together; which of them is meant is said beside it.
  return pointer.replace(/^\/application(?=\/|$)/, "").replace(/^\/attachments\/.*/, "/attachments");
}

/** The id in the page of the field at a pointer: `/authors/0/birthDate` is `form-authors-0-birthDate`. */
export function fieldId(pointer: string): string {
  return `form${pointer.replaceAll("/", "-")}`;
}
