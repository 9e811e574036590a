import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { addMonths } from "#core/base/calendar.ts";
import type { FieldError } from "#core/base/problems.ts";
import { day, optionalLine, optionalProse, reference, requiredLine, requiredProse } from "#core/base/text.ts";
import { Attachments } from "./attachment.ts";
import {
  Author,
  authorPrivacy,
  Contact,
  contactPrivacy,
  Participant,
  participantPrivacy,
  sumShares,
} from "./person.ts";
import type { PersonalFields } from "./personal-fields.ts";
import { PublishName } from "./publish-name.ts";

/**
 * `solution`: already in use (Điều lệ Sáng kiến, Nghị định 13/2012/NĐ-CP). `idea`: not used yet (Đề án 15/ĐA-MTTW-BTT).
 */
export const initiativeKinds = ["solution", "idea"] as const;

export const applicationFields = [
  "frontWork",
  "socialWelfare",
  "agriculture",
  "environment",
  "education",
  "health",
  "administration",
  "culture",
  "security",
  "industry",
  "technology",
  "other",
] as const;

/** Phụ lục I of Thông tư 18/2013/TT-BKHCN, with contact and consent added. */
export const Application = v.pipe(
  v.strictObject({
    kind: v.picklist(initiativeKinds, "kind.required"),
    authors: boundedArray(Author, {
      min: 1,
      max: 20,
      many: "authors.tooMany",
      few: "authors.required",
      invalid: "authors.required",
    }),
    title: requiredLine("title", 300),
    /** Sponsor, if not the author (chủ đầu tư tạo ra sáng kiến). */
    investor: optionalLine("investor", 300),
    field: v.picklist(applicationFields, "field.required"),
    firstUsedOn: v.optional(v.union([v.literal(""), day("firstUsedOn")], "firstUsedOn.invalid"), ""),
    substance: requiredProse("substance", 20_000),
    confidential: optionalProse("confidential", 5_000),
    conditions: requiredProse("conditions", 5_000),
    /** May be empty if the campaign asks for the result later (`checkBenefits`). */
    benefitsByAuthor: optionalProse("benefitsByAuthor", 10_000),
    benefitsByUsers: optionalProse("benefitsByUsers", 10_000),
    participants: v.optional(
      boundedArray(Participant, { max: 30, many: "participants.tooMany", invalid: "participants.invalid" }),
      () => [],
    ),
    contact: Contact,
    declared: v.literal(true, "declared.required"),
    consent: requiredLine("consent", 40),
  }),
  v.forward(
    v.partialCheck(
      [["authors"]],
      ({ authors }) => authors.length === 0 || sumShares(authors) === 100,
      "authors.shares",
    ),
    ["authors"],
  ),
  v.forward(
    v.partialCheck(
      [["kind"], ["firstUsedOn"]],
      ({ kind, firstUsedOn }) => kind !== "solution" || firstUsedOn !== "",
      "firstUsedOn.required",
    ),
    ["firstUsedOn"],
  ),
  v.forward(
    v.partialCheck(
      [["kind"], ["firstUsedOn"]],
      ({ kind, firstUsedOn }) => kind !== "idea" || firstUsedOn === "",
      "firstUsedOn.notForIdea",
    ),
    ["firstUsedOn"],
  ),
);
export type Application = v.InferOutput<typeof Application>;
export type ApplicationInput = v.InferInput<typeof Application>;

/** Each always-erased field is a separate history part, in the order of these rows (`history-parts.ts`). */
export const applicationPrivacy = {
  authors: { fields: authorPrivacy },
  contact: { fields: contactPrivacy },
  participants: { fields: participantPrivacy, erased: "always", blank: [] },
  kind: { shownTo: ["readers"], erased: "never" },
  title: { shownTo: ["readers"], erased: "unlessRecognised" },
  investor: { shownTo: ["readers"], erased: "unlessRecognised" },
  field: { shownTo: ["readers"], erased: "never" },
  firstUsedOn: { shownTo: ["readers"], erased: "never" },
  substance: { shownTo: ["readers"], erased: "unlessRecognised" },
  confidential: { shownTo: ["readers"], erased: "unlessRecognised" },
  conditions: { shownTo: ["readers"], erased: "unlessRecognised" },
  benefitsByAuthor: { shownTo: ["readers"], erased: "unlessRecognised" },
  benefitsByUsers: { shownTo: ["readers"], erased: "unlessRecognised" },
  declared: { shownTo: ["readers"], erased: "never" },
  consent: { shownTo: ["readers"], erased: "never" },
} as const satisfies PersonalFields<Application>;

export const channels = ["web", "paper"] as const;

export const Submission = v.strictObject({
  campaign: reference("campaign.required"),
  unit: reference("unit.required"),
  channel: v.optional(v.picklist(channels, "channel.invalid"), "web"),
  receivedOn: v.optional(day("receivedOn")),
  application: Application,
  attachments: v.optional(Attachments, () => []),
  /** Version of the consent to name publication, given by the first author; on paper, by all authors. */
  publishName: PublishName,
});
export type Submission = v.InferOutput<typeof Submission>;
export type SubmissionInput = v.InferInput<typeof Submission>;

export function checkBenefits(
  application: Pick<Application, "benefitsByAuthor">,
  required: boolean,
): FieldError[] {
  return required && application.benefitsByAuthor === ""
    ? [{ pointer: "/benefitsByAuthor", code: "benefitsByAuthor.required" }]
    : [];
}

const oldestBirthYears = 110;
const youngestBirthYears = 6;
const earliestUse = "1990-01-01";

interface DatedApplication extends Pick<Application, "firstUsedOn"> {
  authors: { birthDate: string }[];
  participants: { birthDate: string }[];
}

export function checkDates(application: DatedApplication, today: string): FieldError[] {
  const errors: FieldError[] = [];
  const checkBirth = (birthDate: string, pointer: string) => {
    const youngest = addMonths(today, -12 * youngestBirthYears);
    const oldest = addMonths(today, -12 * oldestBirthYears);
    if (birthDate !== "" && (birthDate > youngest || birthDate < oldest))
      errors.push({ pointer, code: "person.birthDate.implausible" });
  };
  application.authors.forEach((author, i) => {
    checkBirth(author.birthDate, `/authors/${i}/birthDate`);
  });
  application.participants.forEach((participant, i) => {
    checkBirth(participant.birthDate, `/participants/${i}/birthDate`);
  });
  if (application.firstUsedOn > today) errors.push({ pointer: "/firstUsedOn", code: "firstUsedOn.future" });
  else if (application.firstUsedOn !== "" && application.firstUsedOn < earliestUse)
    errors.push({ pointer: "/firstUsedOn", code: "firstUsedOn.implausible" });
  return errors;
}
