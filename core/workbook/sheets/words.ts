import { outreachForms } from "#core/activities/activity.ts";
import { modelFields } from "#core/activities/model.ts";
import { commendationBases, commendationLines } from "#core/commendation/decision.ts";
import { awardLevels, recipientKinds } from "#core/commendation/forms.ts";
import { awardSystems, cancellationGrounds, sexes } from "#core/commendation/line.ts";
import { figureKinds, qualifiers } from "#core/figures/figure.ts";
import { figureSections, textSections } from "#core/figures/section.ts";
import { applicationFields, initiativeKinds } from "#core/initiatives/application.ts";
import { affiliations, authorKinds } from "#core/units/affiliation.ts";
import { memberOrganisations } from "#core/units/member-organisation.ts";
import { levels, systems } from "#core/units/unit.ts";
import { activityMessagesVi } from "#core/words/vi/activities.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { messagesVi } from "#core/words/vi/index.ts";

function wordsFor<C extends string>(prefix: string, codes: readonly C[]): Readonly<Record<C, string>> {
  const words: Readonly<Record<string, string>> = {
    ...messagesVi,
    ...figureMessagesVi,
    ...commendationMessagesVi,
    ...activityMessagesVi,
  };
  return Object.fromEntries(codes.map((code) => [code, words[`${prefix}.${code}`] ?? code])) as Record<
    C,
    string
  >;
}

export const levelWords = wordsFor("level", levels);
export const systemWords = wordsFor("system", systems);
export const kindWords = wordsFor("kind", initiativeKinds);
export const fieldWords = wordsFor("applicationField", applicationFields);
export const authorKindWords = wordsFor("authorKind", authorKinds);
export const affiliationWords = wordsFor("affiliation", affiliations);
export const memberOrganisationWords = wordsFor("memberOrganisation", memberOrganisations);
export const qualifierWords = wordsFor("qualifier", qualifiers);
export const figureKindWords = wordsFor("figureKind", figureKinds);
export const sectionWords = wordsFor("reportSection", figureSections);
export const textSectionWords = wordsFor("reportSection", textSections);
export const awardLevelWords = wordsFor("level", awardLevels);
export const awardLineWords = wordsFor("awardLine", commendationLines);
export const awardBasisWords = wordsFor("awardBasis", commendationBases);
export const awardStateWords = wordsFor("awardState", ["proposed", "issued", "cancelled"]);
export const awardSystemWords = wordsFor("awardSystem", awardSystems);
export const awardGroundWords = wordsFor("awardGround", cancellationGrounds);
export const recipientKindWords = wordsFor("recipientKind", recipientKinds);
export const sexWords = wordsFor("sex", sexes);
export const activityKindWords = { launch: "Phát động", outreach: "Tuyên truyền" } as const;
export const outreachFormWords = wordsFor("outreachForm", outreachForms);
export const modelFieldWords = wordsFor("modelField", modelFields);
export const yesNoWords = { yes: "Có", no: "Không" } as const;

/** An empty cell means no. */
export const isYes = (value: unknown): boolean => value === "yes";

export const yesOrNo = (value: boolean): string => (value ? yesNoWords.yes : yesNoWords.no);
