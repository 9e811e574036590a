import type { commendationMessagesVi } from "#core/words/vi/commendation.ts";

export const commendationMessagesEn: Readonly<Record<keyof typeof commendationMessagesVi, string>> = {
  "commendation.id.invalid": "The id of the decision is not valid. Reload the page and send it again.",
  "commendation.request.invalid": "The id of the request is not valid. Reload the page and send it again.",
  "commendation.year.invalid": "Enter the year of the awards with four digits, for example 2026.",
  "commendation.issuer.required": "Enter the issuing body.",
  "commendation.issuer.tooLong":
    "The issuing body has {length} characters, at most {max}. Please shorten it.",
  "commendation.level.invalid": "Choose the level of the awards.",
  "commendation.line.invalid": "Choose the line: State, Party, Front or organisation.",
  "commendation.basis.invalid": "Choose the basis of the awards.",
  "commendation.occasion.invalid": "Enter the occasion or movement as text, or leave it empty.",
  "commendation.occasion.tooLong": "The occasion has {length} characters, at most {max}. Please shorten it.",
  "commendation.subject.required": "Enter the subject of the decision.",
  "commendation.subject.tooLong": "The subject has {length} characters, at most {max}. Please shorten it.",
  "commendation.articles.invalid": "Enter the legal basis as text, or leave it empty.",
  "commendation.articles.tooLong":
    "The legal basis has {length} characters, at most {max}. Please shorten it.",
  "commendation.money.invalid": "The amount is a whole number of đồng, not negative, at most 100 billion.",
  "commendation.ground.invalid": "Choose one of the legal grounds for cancelling.",
  "commendation.cancelledOn.required": "Enter the day of the cancellation.",
  "commendation.cancelledOn.invalid": "This is no date. Enter a day that exists, for example 25/12/2026.",
  "commendation.cancelledOn.future":
    "The day of the cancellation is still to come. Enter today or a day before.",
  "commendation.cancelledOn.beforeDecision":
    "The decision was signed on {day} and cannot be cancelled before that.",
  "commendation.signedOn.afterCancellation":
    "The day of signing cannot follow the cancellation. Check the day of signing.",
  "commendation.explanation.required":
    "The decision was signed before the year of the awards (before {day}). Correct day or year if it is a slip; explain why if it is right.",
  "commendation.number.subject":
    "The number holds digits and symbol only, for example 15/QĐ-UBND. Move the rest to the subject.",
  "commendation.recipientKind.invalid":
    "Choose the recipient: collective, individual, household or residential area.",
  "commendation.form.invalid": "Choose a form or title from the list.",
  "commendation.system.invalid": "Choose where the recipient stands, or unknown.",
  "commendation.name.required": "Enter the name of the person or body.",
  "commendation.name.tooLong": "The name has {length} characters, at most {max}. Please shorten it.",
  "commendation.birthYear.invalid":
    "Enter the year of birth or founding with four digits, or leave it empty.",
  "commendation.sex.invalid": "Choose male or female, or leave it empty.",
  "commendation.sex.notPerson": "Only individuals have a sex. Leave it empty.",
  "commendation.position.invalid": "Enter the position as text, or leave it empty.",
  "commendation.position.tooLong": "The position has {length} characters, at most {max}. Please shorten it.",
  "commendation.workplace.invalid": "Enter the workplace or residence as text, or leave it empty.",
  "commendation.workplace.tooLong":
    "The workplace has {length} characters, at most {max}. Please shorten it.",
  "commendation.achievement.invalid": "Enter the achievement as text, or leave it empty.",
  "commendation.achievement.tooLong":
    "The achievement has {length} characters, at most {max}. Please shorten it.",
  "commendation.period.backwards": "The end of the period cannot come before its beginning.",
  "commendation.initiative.invalid": "The initiative's code is not valid. Check it, or leave it empty.",
  "commendation.model.invalid": "The model's code is not valid. Check it, or leave it empty.",
  "commendation.note.invalid": "Enter the note as text, or leave it empty.",
  "commendation.note.tooLong": "The note has {length} characters, at most {max}. Please shorten it.",
  "commendation.lines.required": "The decision has no lines yet. Add at least one.",
  "commendation.lines.tooMany": "Too many lines: at most 90 in one request and 20,000 in one decision.",
  "commendation.line.unknown": "The decision has no such line. Reload the list.",
  "commendation.line.twice": "This line is named twice. Remove one.",
  "commendation.erasure.body": "Only data of individuals and households are erased. Leave this line out.",
  "commendation.warning.sameAchievement":
    "{name}: the same achievement and period stand several times in this decision.",
  "commendation.warning.sameAchievementElsewhere":
    "{name}: this achievement was commended in {year} ({decision}). One achievement is rewarded once.",
  "commendation.warning.sameNameUnknown":
    "{name}: several lines have this name, and some lack the birth year. Add it.",
  "commendation.warning.sameNameUnknownElsewhere":
    "{name}: the same name was commended in {year} ({decision}) and a birth year is unknown. Add it.",
  "commendation.warning.householdAmongIndividuals":
    "“{name}” is the name of a household, recorded as an individual.",
  "commendation.warning.bodyEnded": "{name} ended on {day}. A dissolved body receives no award.",
  "commendation.warning.beforeBirth": "{name}: awarded before the year of birth or founding ({year}).",
  "commendation.warning.beforeInitiative": "Awarded before the initiative {initiative} existed ({day}).",
  "commendation.warning.initiativeUnknown": "There is no initiative {initiative}.",
  "commendation.warning.needsRecognition": "{form} needs a recognised initiative; this line names none.",
  "commendation.warning.unusualRecipient": "{form} is usually not given to this kind of recipient.",
  "commendation.warning.unusualLevel": "{form} is usually not given at this level.",
  "commendation.warning.overBudget": "Bonuses of {amount} đồng exceed the budget of {budget} đồng.",
  "commendation.warning.noDate": "Without a day of signing no bonus can be computed.",
  "commendation.warning.noMultiplesOnDate": "There is no table of multiples for {day}. Enter the amount.",
  "commendation.warning.noBaseSalaryOnDate": "There is no base salary for {day}. Enter the amount.",
  "commendation.warning.noMultiple":
    "The table of {day} has no multiple for this form and recipient. Enter the amount, or 0 without a bonus.",
  "commendation.warning.otherLine":
    "Commendations of the Party do not follow this table. Enter the amount, or 0 without a bonus.",
  "problem.commendation.invalid": "The commendation decision is not valid yet. Mend what is named.",
  "problem.commendation.notFound": "There is no such commendation decision.",
  "problem.commendation.taken": "This id stands for something else. Reload the page and send it again.",
  "problem.commendation.moveNotAllowed":
    "The decision's state does not allow this. An issued decision can only be corrected or cancelled.",
};
