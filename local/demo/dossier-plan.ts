import { addDays, dayOf } from "#core/base/calendar.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import type { ApplicationInput } from "#core/initiatives/application.ts";
import type { Author } from "#core/initiatives/person.ts";
import { type Goal, goals } from "./goals.ts";
import { drawContact, drawPerson, drawStanding } from "./persons.ts";
import { investors, participantWorks } from "./pools/person-parts.ts";
import { createRandom, type Random } from "./random.ts";
import { type DemoUnitKind, kindOf, placeOf } from "./receiving-units.ts";
import { type Schedule, scheduleGoal } from "./schedule.ts";
import { fillSlots, type TextPlace, writeTexts } from "./text.ts";

export interface DossierPlan {
  /** Unique within a seed. */
  name: string;
  campaign: Campaign;
  unit: CampaignUnit;
  channel: "web" | "paper";
  application: ApplicationInput;
  schedule: Schedule;
  words: string;
}

export interface PlanSettings {
  seed: string;
  now: string;
  branches: readonly { campaign: Campaign; units: readonly CampaignUnit[] }[];
}

const fields: Readonly<Record<DemoUnitKind, readonly ApplicationInput["field"][]>> = {
  commune: [
    ...([
      "agriculture",
      "agriculture",
      "environment",
      "environment",
      "socialWelfare",
      "administration",
    ] as const),
    ...([
      "culture",
      "security",
      "health",
      "industry",
      "technology",
      "education",
      "frontWork",
      "other",
    ] as const),
  ],
  department: [
    "administration",
    "administration",
    "technology",
    "technology",
    "environment",
    "health",
    "security",
  ],
  school: ["education", "education", "education", "environment", "security", "technology"],
  front: ["frontWork", "frontWork", "frontWork", "socialWelfare", "culture"],
  member: ["socialWelfare", "socialWelfare", "environment", "agriculture", "other", "culture", "frontWork"],
};

/** Returns the same plans for the same settings. */
export function planDossiers({ seed, now, branches }: PlanSettings): DossierPlan[] {
  const random = createRandom(`${seed}/goals`);
  const titles = new Set<string>();
  const plans: DossierPlan[] = [];
  for (const { campaign, units } of branches) {
    const receiving = units.filter(({ receives }) => receives);
    const own = receiving.filter(({ id }) => campaign.councils.some((council) => council.unit === id));
    const others = receiving.filter((unit) => !own.includes(unit));
    const rounds: [readonly CampaignUnit[], readonly Goal[]][] = campaign.merged
      ? [
          [own, goals.commune],
          [others, goals.province],
        ]
      : [[receiving, goals.education]];
    for (const [among, of] of rounds) {
      if (among.length === 0) continue;
      const seats = random.shuffle(among);
      for (const [n, goal] of random.shuffle(of).entries()) {
        // Each unit gets one dossier before any gets two.
        const unit = n < seats.length ? (seats[n] ?? seats[0]) : random.pick(among);
        const name = `${campaign.id}/${among === own ? "own" : "all"}/${n}`;
        if (unit) plans.push(...planDossier({ name, seed, goal, campaign, unit, now, titles }));
      }
    }
  }
  return plans;
}

interface Planning {
  name: string;
  seed: string;
  goal: Goal;
  campaign: Campaign;
  unit: CampaignUnit;
  now: string;
  titles: Set<string>;
}

/** Empty if the campaign is too young for the goal. */
function planDossier({ name, seed, goal, campaign, unit, now, titles }: Planning): DossierPlan[] {
  const random = createRandom(`${seed}/${name}`);
  const kind = kindOf(unit);
  const place = placeOf(unit, campaign.year);
  const authors = drawAuthors(kind, place, random, createRandom(`${seed}/${name}/standing`));
  const answered = authors.length > 1 && random.chance(0.6);
  const steps = answered
    ? [{ step: "answerAsCoAuthor", least: 0.2, most: 1.5 } as const, ...goal.steps]
    : goal.steps;
  const schedule = scheduleGoal({ ...goal, steps }, { opensOn: campaign.opensOn, now }, random);
  if (!schedule) return [];
  const field = random.pick(fields[kind]);
  const texts = writeTexts(field, place, titles, random);
  const isIdea = random.chance(0.08);
  const received = dayOf(schedule.receivedAt);
  const application: ApplicationInput = {
    kind: isIdea ? "idea" : "solution",
    authors,
    field,
    investor: fillSlots(random.pick(investors), place, random),
    firstUsedOn: isIdea ? "" : addDays(received, -random.between(20, 520)),
    confidential: "",
    participants: drawParticipants(kind, place, random),
    contact: drawContact(authors[0]?.fullName ?? "", random),
    declared: true,
    consent: campaign.consent,
    ...texts,
    ...(campaign.merged ? {} : { benefitsByAuthor: "", benefitsByUsers: "" }),
  };
  return [
    {
      name,
      campaign,
      unit,
      channel: random.chance(0.12) ? "paper" : "web",
      application,
      schedule,
      words: texts.benefitsByAuthor ?? "",
    },
  ];
}

const shares = [[100], [60, 40], [70, 30], [50, 50], [50, 30, 20], [40, 30, 30], [40, 25, 20, 15]] as const;

function drawAuthors(kind: DemoUnitKind, place: TextPlace, random: Random, standing: Random): Author[] {
  const own = random.chance(0.5) ? shares[0] : random.pick(shares);
  const names = new Set<string>();
  return own.map((share) => {
    let person = drawPerson(kind, place, random);
    while (names.has(person.fullName)) person = drawPerson(kind, place, random);
    names.add(person.fullName);
    return { ...person, ...drawStanding(kind, person, standing), share };
  });
}

function drawParticipants(kind: DemoUnitKind, place: TextPlace, random: Random) {
  const count = random.chance(0.45) ? random.between(1, 4) : 0;
  return Array.from({ length: count }, () => {
    const { fullName, workplace, position, qualification } = drawPerson(kind, place, random);
    const work = random.pick(participantWorks);
    return { fullName, birthDate: "", workplace, position, qualification, work };
  });
}
