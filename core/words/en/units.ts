import type { unitMessagesVi } from "#core/words/vi/units.ts";

export const unitMessagesEn: Readonly<Record<keyof typeof unitMessagesVi, string>> = {
  "unit.id.invalid": "A unit's id has lower-case letters, digits and hyphens.",
  "unit.name.required": "Enter the unit's name.",
  "unit.name.tooLong": "The unit's name has {length} characters, at most {max}.",
  "unit.validFrom.required": "Enter the first day.",
  "unit.validFrom.invalid": "The first day is no day that exists.",
  "unit.validTo.required": "Enter the last day.",
  "unit.validTo.invalid": "The last day is no day that exists.",
  "unit.earlier.until.required": "Enter the last day of the earlier period.",
  "unit.earlier.until.invalid": "The last day of an earlier period is no day that exists.",
  "unit.validTo.beforeFrom": "{unit} ends before it begins.",
  "unit.earlier.order":
    "The earlier periods of {unit} are out of order, or outside the time in which it exists.",
  "unit.parent.unknown": "{unit} stands under a unit that is not in the list: {parent}.",
  "unit.parent.notThere":
    "{unit} stands under {parent}, which does not exist for all of that time. Change the dates or choose another unit above it.",
  "unit.level.above":
    "{unit} is of a higher level than {parent}. Choose a lower level or another unit above it.",
  "unit.parent.cycle": "{unit} stands under itself. Choose another unit above it.",
  "unit.code.twice": "Code {code} with the same first day stands for both {unit} and {other}.",
  "unit.code.overlap": "Code {code} stands for {unit} and {other} at the same time.",
  "unit.successors.unknown": "A successor of {unit} is not in the list: {successor}.",
  "unit.successors.early":
    "{successor} succeeds {unit} but begins before {unit} ends. Found a new unit from the day after.",
  "unit.successors.open": "{unit} has successors but no last day.",
  "unit.missing": "There is no such unit. Please choose again.",
  "unit.id.taken": "This id stands for another unit already.",
  "unit.code.invalid": "The official code must be a text. Please enter it again.",
  "unit.code.tooLong": "The official code has 20 characters at most.",
  "unitChange.kind.invalid": "This is no kind of change. Please choose again.",
  "unitChange.on.required": "Enter the first day of the new state.",
  "unitChange.on.invalid": "Enter the first day of the new state, a day that exists.",
  "unitChange.on.future": "A change is entered on its first day or later, not before.",
  "unitChange.document.required": "Say which document decided it.",
  "unitChange.document.tooLong": "The document has {length} characters, at most {max}.",
  "unitChange.nothing": "This change alters nothing.",
  "unitChange.unit.notThere": "{unit} does not exist on the day before.",
  "unitChange.unit.later": "{unit} has changed on this day or later. Choose a day after that.",
  "unitChange.units.few": "A merge takes two units at least.",
  "unitChange.units.many": "One change takes 30 units at most.",
  "unitChange.units.twice": "A unit is named twice.",
  "unitChange.into.few": "A split makes two units at least.",
  "unitChange.tooWide":
    "One change touches 99 units at most, those below included. Move some of those below first.",
  "unitChange.unknown": "There is no such change, or it ended no unit that is yours.",
  "unitChange.receiver.unknown": "Who takes in the open dossiers must be one of the successors.",
};
