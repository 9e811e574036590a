import type { ApplicationInput } from "#core/initiatives/application.ts";
import * as phrases from "./pools/phrases.ts";
import { themes } from "./pools/themes.ts";
import type { Random } from "./random.ts";

export interface TextPlace {
  name: string;
  kind: "locality" | "office";
  year: number;
}

const slot = /\{(noi|nam|so|pt|tien)(?::(\d+)-(\d+))?\}/g;

export function fillSlots(text: string, place: TextPlace, random: Random): string {
  return text.replace(slot, (_, kind: string, least?: string, most?: string) => {
    const number = () => random.between(Number(least), Number(most));
    switch (kind) {
      case "noi":
        return place.name;
      case "nam":
        return String(place.year);
      case "pt":
        return `${number()}%`;
      case "tien":
        return `${writeNumber(number())} triệu đồng`;
      default:
        return writeNumber(number());
    }
  });
}

const vietnamese = new Intl.NumberFormat("vi-VN");

const writeNumber = (value: number) => vietnamese.format(value);

const longestTitle = 300;
const longTitleEvery = 12;

type Texts = Pick<
  ApplicationInput,
  "title" | "substance" | "conditions" | "benefitsByAuthor" | "benefitsByUsers"
>;

/** Adds the new title to `taken`. */
export function writeTexts(
  field: ApplicationInput["field"],
  place: TextPlace,
  taken: Set<string>,
  random: Random,
): Texts {
  const fill = (text: string) => fillSlots(text, place, random);
  const theme = random.pick(themes[field]);
  const isLong = random.between(1, longTitleEvery) === 1;
  const tails: readonly string[] = (isLong ? phrases.longTails : phrases.titleTails)[place.kind];
  const draw = () => fill(`${random.pick(theme.titles)}${random.pick(tails)}`);
  let title = draw();
  for (let tries = 0; taken.has(title) || title.length > longestTitle; tries++) {
    if (tries > 40) return writeTexts(field, place, taken, random);
    title = draw();
  }
  taken.add(title);
  const problem = fill(`${random.pick(phrases.openings)}${random.pick(theme.problem)}`);
  const how = random.some(theme.how, random.between(Math.min(2, theme.how.length), theme.how.length));
  const substance = [
    problem,
    `Cách làm: ${how.map(fill).join(" ")}`,
    ...(random.chance(0.7) ? [fill(random.pick(phrases.novelty))] : []),
    ...(random.chance(0.5) ? [fill(random.pick(phrases.reach))] : []),
  ];
  return {
    title,
    substance: substance.join("\n\n"),
    conditions: fill(random.pick(theme.conditions)),
    benefitsByAuthor: fill(random.pick(theme.benefits)),
    benefitsByUsers: fill(random.pick(phrases.usersWords)),
  };
}
