import type { reportMessagesVi } from "#core/words/vi/reports.ts";

export const reportMessagesEn: Readonly<Record<keyof typeof reportMessagesVi, string>> = {
  "report.layout.invalid": "The layout is that of Decree 30 or that of Party documents.",
  "report.text.required": "Enter the text.",
  "report.text.invalid": "The content must be text.",
  "report.text.tooLong": "The content has {length} characters; at most {max} are allowed. Please shorten it.",
  "report.number.required": "Enter the report's number and symbol.",
  "report.number.tooLong": "Number and symbol have {length} characters; at most {max} are allowed.",
  "report.number.invalid": "Enter number and symbol like 12/BC-MTTQ-BTT.",
  "report.signedOn.required": "Enter the day of signing.",
  "report.signedOn.invalid": "Enter the day of signing as a day that exists.",
  "report.signedOn.beforePeriod": "The day of signing is before the period. Please check it.",
  "report.number.afterEnd":
    "The unit ended on {day}. Give the reason why a report is still issued in its name.",
  "report.signedOn.future": "The day of signing has not come yet. Enter the day on which it was signed.",
  "report.reason.invalid": "The reason must be a text. Please enter it again.",
  "report.reason.required": "Enter the reason.",
  "report.reason.tooLong": "The reason has {length} characters; at most {max} are allowed.",
  "report.reason.tooShort":
    "The reason is too short. Say what was checked, so that others understand it later.",
  "report.move.invalid": "There is no such step.",
  "report.warning.unknown": "The report has no such warning now. Please load the page again.",
  "report.period.reversed": "The period ends before it begins. Choose another.",
  "report.period.tooLong": "The period is longer than 30 years. Choose a shorter one.",
  "report.task.invalid": "There is no such task for a report.",
  "report.notMade": "The report has not been made yet. Make it first.",
  "report.warningsOpen": "{count} warnings are still open. Check them, or dismiss them with a reason.",
  "report.textsChanged": "The written parts have changed since the report was made. Make it again.",
  "reportRun.campaign.none":
    "The unit has no such campaign that was opened. Reload the page and choose another.",
  "problem.reportRun.notFound": "There is no such run of reports.",
  "problem.reportRun.taken": "This id stands for a run of another campaign. Reload the page and try again.",
  "problem.report.invalid": "Something is not right yet. Please correct what is named.",
  "problem.report.notFound": "The unit has no report of this period yet. Make it first.",
  "problem.report.notDraft":
    "The report is approved and cannot be changed. Begin a new edition if it must be.",
  "problem.report.notReady": "The report cannot be approved yet. Please do what is named first.",
  "problem.report.moveNotAllowed": "The report is no longer at this step. Please load the page again.",
};
