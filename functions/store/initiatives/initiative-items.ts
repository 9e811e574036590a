import type { Event, Openings } from "#core/initiatives/history.ts";
import { type Initiative, summarise } from "#core/initiatives/initiative.ts";
import { registerEntryOf } from "#core/initiatives/register.ts";
import { firstApplicationKey, indexes, initiativeKeys } from "../keys.ts";
import type { Item } from "../table.ts";

export interface StoredEvent {
  event: Event;
  openings: Openings;
}

const keyAttributes = [
  "pk",
  "sk",
  "summary",
  "entry",
  "firstApart",
  ...indexes.flatMap(({ pk, sk }) => [pk, sk]),
];

/** A replaced first application is a separate item because of the item size limit. */
export function toInitiativeItem(initiative: Initiative): Item {
  const apart = initiative.origin === "application" && initiative.firstApplication !== null;
  return {
    ...initiative,
    ...(apart && { firstApplication: null, firstAttachments: undefined, firstApart: true }),
    ...initiativeKeys(initiative),
    summary: summarise(initiative),
    entry: registerEntryOf(initiative) ?? undefined,
  };
}

export const isLastNumber = (last: number) => ({
  ConditionExpression: "attribute_not_exists(pk) OR lastNumber = :last",
  ExpressionAttributeValues: { ":last": last },
});

export function fromInitiativeItem(item: Item): Initiative {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => !keyAttributes.includes(name)),
  ) as Initiative;
}

export function firstApplicationItem(initiative: Initiative): Item | null {
  if (initiative.origin === "document" || initiative.firstApplication === null) return null;
  const { id, firstApplication, firstAttachments } = initiative;
  return { ...firstApplicationKey(id), firstApplication, firstAttachments };
}

export function withFirst(initiative: Initiative, first: Item | undefined): Initiative {
  if (initiative.origin === "document" || !first) return initiative;
  const { firstApplication, firstAttachments } = first;
  return { ...initiative, firstApplication, ...(firstAttachments && { firstAttachments }) };
}
