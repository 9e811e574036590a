import type { reportRequestMessagesVi } from "#core/words/vi/report-requests.ts";

export const reportRequestMessagesEn: Readonly<Record<keyof typeof reportRequestMessagesVi, string>> = {
  "reportRequest.id.invalid": "The id of the request is not valid. Reload the page and send it again.",
  "reportRequest.title.required": "Enter a title for the request.",
  "reportRequest.title.tooLong": "The title has {length} characters, at most {max} are possible.",
  "reportRequest.text.invalid": "The text of the request is not valid.",
  "reportRequest.text.tooLong": "The text has {length} characters, at most {max} are possible.",
  "reportRequest.dueOn.required": "Enter the last day for submitting.",
  "reportRequest.dueOn.invalid": "Enter a due date that exists.",
  "reportRequest.dueOn.past": "The due date has passed. Choose today ({day}) or later.",
  "reportRequest.period.backwards": "The period must not end before it begins.",
  "reportRequest.period.other":
    "This request asks for the period {from} – {to}. Make the report of that very period and submit it.",
  "reportRequest.units.required": "Choose at least one unit.",
  "reportRequest.units.tooMany": "The list of units is too long. Make several requests of it.",
  "reportRequest.unit.unknown": "There is no such unit. Take it off the list.",
  "reportRequest.unit.twice": "{unit} is on the list already. Remove one of the two.",
  "reportRequest.unit.outside": "{unit} is not below the unit that asks. Take it off the list.",
  "reportRequest.unit.ended":
    "{unit} ended on {day}, before the due date. Take it off the list or choose its successor.",
  "reportRequest.unit.notYet": "{unit} does not exist yet on the due date. Take it off the list.",
  "reportRequest.reason.required": "Enter why you return it, so that the unit knows what to change.",
  "reportRequest.reason.tooLong": "The reason has {length} characters, at most {max} are possible.",
  "problem.reportRequest.invalid": "The request cannot be kept yet. Change what is named.",
  "problem.reportRequest.notFound": "There is no such request for reports.",
  "problem.reportRequest.taken": "This id stands for another request. Reload the page and send it again.",
  "problem.reportRequest.closed":
    "This request has been closed and takes in nothing more. Please contact the unit that asked.",
  "problem.reportRequest.notAsked": "This request does not ask for a report of the unit chosen.",
  "problem.reportRequest.otherPeriod": "This report is of another period than the request asks for.",
  "problem.reportRequest.notApproved": "The report has not been approved. Approve it, then submit it.",
  "problem.reportRequest.editionChanged":
    "The report has changed since you looked at it. Reload, look at it again, then submit it.",
  "problem.reportRequest.returnedSame":
    "This edition was returned. Reopen the report, change what was named, approve it and submit the new edition.",
  "problem.reportRequest.isReturned": "This edition has been returned already.",
};
