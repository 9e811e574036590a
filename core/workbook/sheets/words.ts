import { figureKinds, qualifiers } from "#core/figures/figure.ts";
import { figureSections } from "#core/figures/section.ts";
import { applicationFields, initiativeKinds } from "#core/initiatives/application.ts";
import { levels, systems } from "#core/units/unit.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { messagesVi } from "#core/words/vi/index.ts";

function wordsFor<C extends string>(prefix: string, codes: readonly C[]): Readonly<Record<C, string>> {
  const words: Readonly<Record<string, string>> = { ...messagesVi, ...figureMessagesVi };
  return Object.fromEntries(codes.map((code) => [code, words[`${prefix}.${code}`] ?? code])) as Record<
    C,
    string
  >;
}

export const levelWords = wordsFor("level", levels);
export const systemWords = wordsFor("system", systems);
export const kindWords = wordsFor("kind", initiativeKinds);
export const fieldWords = wordsFor("applicationField", applicationFields);
export const qualifierWords = wordsFor("qualifier", qualifiers);
export const figureKindWords = wordsFor("figureKind", figureKinds);
export const sectionWords = wordsFor("reportSection", figureSections);
export const yesNoWords = { yes: "Có", no: "Không" } as const;

/** An empty cell means no. */
export const isYes = (value: unknown): boolean => value === "yes";

export const yesOrNo = (value: boolean): string => (value ? yesNoWords.yes : yesNoWords.no);
