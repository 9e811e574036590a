import { addDays } from "#core/base/calendar.ts";
import { stripMarks } from "#core/base/search-key.ts";
import type { Author } from "#core/initiatives/person.ts";
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

/** Draws unassigned phone numbers and addresses at `example.vn`. */
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
