import type { unitMessagesVi } from "./unit-messages-vi.ts";

/** The same in English. */
export const unitMessagesEn: Readonly<Record<keyof typeof unitMessagesVi, string>> = {
  "unit.earlier.until.invalid": "The last day of an earlier period is no day that exists.",
  "unit.validTo.beforeFrom": "{unit} ends before it begins.",
  "unit.earlier.order":
    "The earlier periods of {unit} are out of order, or outside the time in which it exists.",
  "unit.parent.unknown": "{unit} stands under a unit that is not in the list: {parent}.",
  "unit.parent.notThere":
    "{unit} stands under {parent}, which does not exist for all of that time. Change the dates or choose another unit above it.",
  "unit.parent.cycle": "{unit} stands under itself. Choose another unit above it.",
  "unit.code.twice": "Code {code} with the same first day stands for both {unit} and {other}.",
  "unit.code.overlap": "Code {code} stands for {unit} and {other} at the same time.",
  "unit.successors.unknown": "A successor of {unit} is not in the list: {successor}.",
  "unit.successors.early":
    "{successor} succeeds {unit} but begins before {unit} ends. Found a new unit from the day after.",
  "unit.successors.open": "{unit} has successors but no last day.",
  "unit.change.id.invalid": "This is no id of a change.",
  "unit.change.kind.invalid": "This is no kind of change. Please choose again.",
  "unit.change.on.invalid": "Enter the first day of the new state, a day that exists.",
  "unit.change.document.required": "Choose the document that decides it.",
  "unit.change.document.tooLong": "The document's id is too long.",
  "unit.change.units.required": "Choose at least one unit.",
  "unit.change.units.tooMany": "One change takes 80 units at most. Make several.",
  "unit.change.units.one": "This change is of one unit alone.",
  "unit.change.units.ended": "{unit} does not exist on this day.",
  "unit.change.units.twice": "A unit is named twice.",
  "unit.change.unknown": "There is no unit {unit}.",
  "unit.change.taken": "The id {unit} stands for another unit already.",
  "unit.change.on.early": "{unit} has changed since that day. Choose a later one.",
  "unit.change.into.one": "Choose exactly one unit that takes over.",
  "unit.change.into.two": "A split needs at least two units that take over.",
  "unit.change.founds.spare": "{unit} is founded but takes over nothing in this change.",
  "unit.change.children":
    "{unit} still has units below it. Name a unit that takes over, or move those first.",
  "unit.change.heir": "{unit} must go to one of the units that take over.",
};
