import { addDays } from "#core/base/calendar.ts";
import { stripMarks } from "#core/base/search-key.ts";
import type { Author } from "#core/initiatives/person.ts";
import type { Affiliation } from "#core/units/affiliation.ts";
import * as names from "./pools/names.ts";
import { qualifications, type Work, works } from "./pools/person-parts.ts";
import type { Random } from "./random.ts";
import type { DemoUnitKind } from "./receiving-units.ts";
import { fillSlots, type TextPlace } from "./text.ts";

function drawName(woman: boolean, random: Random): string {
  const family = random.pick(names.familyNames);
  return woman
    ? `${family} ${random.pick(names.womensMiddleNames)} ${random.pick(names.womensGivenNames)}`
    : `${family} ${random.pick(names.mensMiddleNames)} ${random.pick(names.mensGivenNames)}`;
}

export function drawPerson(kind: DemoUnitKind, place: TextPlace, random: Random): Omit<Author, "share"> {
  const work: Work = random.pick(works[kind]);
  const workplace = fillSlots(work.workplace, place, random);
  const isOther = !work.woman && random.chance(0.06);
  return {
    fullName: isOther ? random.pick(names.otherNames) : drawName(work.woman ?? random.chance(0.5), random),
    birthDate: addDays(`${place.year - random.between(24, 64)}-01-01`, random.between(0, 364)),
    workplace: workplace.charAt(0).toLocaleUpperCase("vi") + workplace.slice(1),
    position: work.position,
    qualification: random.pick(qualifications),
  };
}

const ownAffiliation: Readonly<Record<DemoUnitKind, Affiliation>> = {
  commune: "citizen",
  department: "stateBody",
  school: "publicUnit",
  front: "front",
  member: "memberOrganisation",
};

const affiliationByWorkplace: readonly [RegExp, Pick<Author, "affiliation" | "organisation">][] = [
  [/Phụ nữ/, { affiliation: "memberOrganisation", organisation: "women" }],
  [/Nông dân/, { affiliation: "memberOrganisation", organisation: "farmers" }],
  [/Cựu chiến binh/, { affiliation: "memberOrganisation", organisation: "veterans" }],
  [/Đoàn Thanh niên/, { affiliation: "memberOrganisation", organisation: "youth" }],
  [/Liên đoàn Lao động|Công đoàn/, { affiliation: "memberOrganisation", organisation: "tradeUnion" }],
  [/Mặt trận/, { affiliation: "front" }],
  [/^Ủy ban nhân dân/, { affiliation: "stateBody" }],
  [/^(?:Trung tâm|Trạm Y tế)/, { affiliation: "publicUnit" }],
  [/^Hợp tác xã/, { affiliation: "enterprise" }],
];

type Standing = Pick<Author, "kind" | "affiliation" | "organisation" | "representative"> &
  Partial<Pick<Author, "fullName" | "birthDate" | "position" | "qualification">>;

export function drawStanding(
  kind: DemoUnitKind,
  { fullName, workplace }: Pick<Author, "fullName" | "workplace">,
  random: Random,
): Standing {
  const isKnown = random.chance(0.8);
  const [, found] = affiliationByWorkplace.find(([pattern]) => pattern.test(workplace)) ?? [];
  const standing = isKnown ? (found ?? { affiliation: ownAffiliation[kind] }) : {};
  if (!random.chance(0.08)) return standing;
  const bare = { birthDate: "", position: "", qualification: "" };
  if (kind === "commune" && !found) {
    const household = { kind: "household", fullName: `Hộ ông/bà ${fullName}` } as const;
    return { ...standing, ...bare, ...household, representative: fullName };
  }
  const name = `Tập thể ${workplace.charAt(0).toLocaleLowerCase("vi")}${workplace.slice(1)}`;
  return { ...standing, ...bare, kind: "collective", fullName: name, representative: fullName };
}

/** Uses unassigned phone numbers and addresses at `example.vn`. */
export function drawContact(name: string, random: Random): { phone: string; email: string } {
  const words = stripMarks(name).split(/\s+/);
  const short = `${words.at(-1) ?? ""}.${words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join("")}`;
  const email = `${short}${random.between(1, 99)}@example.vn`;
  const phone = `0900 000 ${String(random.between(0, 999)).padStart(3, "0")}`;
  if (random.chance(0.12)) return { phone, email: "" };
  return { phone: random.chance(0.15) ? "" : phone, email };
}
