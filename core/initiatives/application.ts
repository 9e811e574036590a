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

/** An applied solution (Điều lệ Sáng kiến, Nghị định 13/2012/NĐ-CP) or a new idea not applied yet (Đề án 15/ĐA-MTTW-BTT). */
export const initiativeKinds = ["solution", "idea"] as const;

/** Fields of application that the form offers; the figures by field count these. */
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

/**
 * The application for recognition of an initiative: Phụ lục I of Thông tư 18/2013/TT-BKHCN, with contact and consent,
 * which are ours. One schema for the form, the API and the store; every message is a key of `messages-vi.ts`.
 */
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
    /** Who paid for it, where that is not the author (chủ đầu tư tạo ra sáng kiến). */
    investor: optionalLine("investor", 300),
    field: v.picklist(applicationFields, "field.required"),
    /** Date of first use or trial, the earlier; a new idea has none. */
    firstUsedOn: v.optional(v.union([v.literal(""), day("firstUsedOn")], "firstUsedOn.invalid"), ""),
    substance: requiredProse("substance", 20_000),
    /** What must not be published, if anything. */
    confidential: optionalProse("confidential", 5_000),
    conditions: requiredProse("conditions", 5_000),
    /** Empty at registration where the campaign asks for the result apart: `checkBenefits` knows. */
    benefitsByAuthor: optionalProse("benefitsByAuthor", 10_000),
    benefitsByUsers: optionalProse("benefitsByUsers", 10_000),
    participants: v.optional(
      boundedArray(Participant, { max: 30, many: "participants.tooMany", invalid: "participants.invalid" }),
      () => [],
    ),
    contact: Contact,
    /** The declaration of truth; its date is the day the server receives it. */
    declared: v.literal(true, "declared.required"),
    /** The version of the consent text that was on the page (Luật 91/2025/QH15). */
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

/** Fields that every erasure removes are parts of their own in the history (`openings.ts`); the order is that of their commitments. */
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

/** How a form came in: typed by its author, or from paper by the unit that received it. */
export const channels = ["web", "paper"] as const;

/** The body of `POST /api/initiatives`: an application addressed to a unit, within a campaign. */
export const Submission = v.strictObject({
  campaign: reference("campaign.required"),
  unit: reference("unit.required"),
  channel: v.optional(v.picklist(channels, "channel.invalid"), "web"),
  /** The day a paper was handed in, where that was not today; it decides whether it is late. */
  receivedOn: v.optional(day("receivedOn")),
  application: Application,
  attachments: v.optional(Attachments, () => []),
  /** The version of the text by which the first author, or all who signed a paper, let their names be published. */
  publishName: PublishName,
});
export type Submission = v.InferOutput<typeof Submission>;
export type SubmissionInput = v.InferInput<typeof Submission>;

/** What the schema alone cannot know: whether the result must be told yet. At registration it must where both are one form. */
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

/** The days of an application, "" where there is none. */
interface DatedApplication extends Pick<Application, "firstUsedOn"> {
  authors: { birthDate: string }[];
  participants: { birthDate: string }[];
}

/**
 * What the schema alone cannot know: dates held against `today` (YYYY-MM-DD in Vietnam). Pointers start at the application.
 * A real published dossier carries the birth year 2960.
 */
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
