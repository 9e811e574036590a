import type { staffMessagesVi } from "#core/words/vi/staff.ts";

export const staffMessagesEn: Readonly<Record<keyof typeof staffMessagesVi, string>> = {
  "staff.email.required": "Enter the mail address of this member of staff.",
  "staff.email.invalid": "This is no mail address of staff.",
  "staff.id.invalid": "The account's id is not right. Reload the page and invite again.",
  "staff.name.required": "Enter the full name.",
  "staff.name.tooLong": "The name has {length} characters, {max} at most.",
  "staff.reason.required": "Enter a reason.",
  "staff.reason.tooLong": "The reason has {length} characters, {max} at most.",
  "staff.grants.required": "Give at least one role. To take all of them away, close the account.",
  "staff.grants.long": "One person has {max} roles at most.",
  "staff.grant.twice": "This role is given in a line above. Remove one of the two.",
  "staff.grant.unitUnknown": "There is no such unit. Choose another.",
  "staff.grant.unitEnded": "This unit has ended. Choose its successor.",
  "staff.grant.outside": "You do not administer this unit. Choose your own or one below it.",
  "staff.grant.outsideTaken":
    "A role at a unit that you do not administer is for the administrator there to take away.",
  "staff.grant.council": "This council does not sit at the unit chosen. Choose the council again.",
  "staff.to.required": "Choose who takes over.",
  "staff.to.invalid": "This person cannot take over. Choose another whose account is in use.",
};
