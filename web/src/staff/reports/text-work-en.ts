import type { reportWorkVi } from "./text-work-vi.ts";

/** The same in English. */
export const reportWorkEn: Record<keyof typeof reportWorkVi, string> = {
  "reports.print": "Print",
  "reports.jump": "Go to",
  "reports.panel.warnings": "To be checked",
  "reports.panel.warningsLeft": "To be checked ({count})",
  "reports.panel.texts": "Written parts",
  "reports.panel.files": "Download",
  "reports.panel.check": "Verification",
  "reports.panel.editions": "Editions",
  "reports.steps": "Steps",
  "reports.step.make": "Make",
  "reports.step.warnings": "Check {count} points",
  "reports.step.warnings.done": "Check",
  "reports.step.texts": "Written parts",
  "reports.step.approve": "Approve",
  "reports.step.number": "Number, day",
  "reports.step.publish": "Publish",
  "reports.step.done": "done",
  "reports.next.none": "The report has been published.",
  "reports.next.others":
    "This step is for others: an administrator of the unit approves, enters the number and publishes.",
  "reports.issueAgain": "Write number and day into the files again",
  "reports.changedMeanwhile":
    "Somebody has just changed this report. The page shows how it stands now; what you typed is still there. Look at it and try again.",

  "reports.warnings.none": "Nothing needs to be checked.",
  "reports.warnings.open": "Open",
  "reports.warnings.handled": "Let stand",
  "reports.warnings.dismiss": "Let stand, with a reason",
  "reports.warnings.dismissLead":
    "The figures stay as they are. The reason is kept with the report, with the name of whoever gives it; if a figure is wrong indeed, correct it under Declared figures and make the report again.",
  "reports.warnings.keep": "Keep the reason",
  "reports.warnings.takeBack": "Open it again",
  "reports.warnings.past": "Let stand earlier, and gone since:",
  "reports.reason": "Reason",
  "reports.reason.required": "Give a reason.",

  "reports.texts.lead":
    "What numbers cannot say. Write paragraphs with an empty line between them; what is left empty does not appear in the report.",
  "reports.texts.from": "Taken over from the report {period}: look it through for this period, then save.",
  "reports.texts.edit": "Edit the written parts",
  "reports.texts.save": "Save",
  "reports.texts.later": "Later",
  "reports.texts.drop": "Drop what I typed",
  "reports.texts.empty": "not written yet",
  "reports.texts.newer":
    "The written parts were changed after the report was made. Make it again to take them in.",
  "reports.texts.unsaved": "Something typed has not been saved.",
  "reports.text.outreach": "Outreach",
  "reports.text.outreach.hint": "Content, forms, audience.",
  "reports.text.shortcomings": "Shortcomings and causes",
  "reports.text.shortcomings.hint": "What was not reached, and why.",
  "reports.text.directions": "Directions",
  "reports.text.directions.hint": "Tasks of the next period.",
  "reports.text.proposals": "Proposals",
  "reports.text.proposals.hint": "To superiors and to others concerned.",
  "reports.conflict.title": "Somebody has just saved the written parts",
  "reports.conflict.lead":
    "Nothing of yours has been saved. Choose how to join them, look through, then save.",
  "reports.conflict.section": "Section",
  "reports.conflict.theirs": "Theirs",
  "reports.conflict.mine": "Yours",
  "reports.conflict.join": "Keep the sections I changed, theirs elsewhere",
  "reports.conflict.take": "Take all of theirs",

  "reports.move.approve": "Approve the report",
  "reports.move.approve.what":
    "Figures and words of this edition stay as they are from now on. Where records change later, the report does not; to change it, begin a new edition.",
  "reports.move.number": "Enter number and day",
  "reports.move.number.what":
    "The files are made anew with number and day of signing; what was approved does not change. Enter the number that the office has given.",
  "reports.number.hint": "For instance: 12/{symbol}",
  "reports.signedOn": "Day of signing",
  "reports.move.publish": "Publish",
  "reports.move.publish.what":
    "The report counts as published, and can be submitted to the superior unit. This edition and its files stay for good.",
  "reports.move.reopen": "New edition",
  "reports.move.reopen.what":
    "The present edition stays in the list of editions. A new draft begins; made again it takes the latest figures.",
  "reports.reopen.reason": "Why a new edition is needed",
  "reports.moved.approve": "The report has been approved.",
  "reports.moved.number": "Number and day have been kept.",
  "reports.moved.publish": "The report has been published.",
  "reports.moved.reopen": "A new edition has begun.",

  "reports.format.pdf": "for signing and sending",
  "reports.format.docx": "for editing in Word",
  "reports.format.xlsx": "tables of figures and sources",
  "reports.format.html": "to read, figures lead to sources",
  "reports.format.json": "the data, for verification",

  "reports.edition": "Edition {number}",
  "reports.edition.title": "Report {period}, {unit}: edition {number}",
  "reports.edition.back": "The present edition",
  "reports.edition.made": "made {time}",
  "reports.edition.issue": "number {number}, {day}",
  "reports.edition.reopened": "Followed by another because: {reason} ({name}, {time})",
  "reports.edition.open": "Look at edition {number}",
  "reports.difference.with": "Compare with edition {number}",
  "reports.difference.title": "How edition {number} differs from edition {before}",
  "reports.difference.none": "The two editions are the same.",
  "reports.difference.figures": "Figures",
  "reports.difference.texts": "Written parts",
  "reports.difference.warnings": "To be checked",
  "reports.difference.titles": "Initiatives",
  "reports.difference.added": "Added",
  "reports.difference.removed": "Removed",

  "reports.verify.lead":
    "Holds the files against the figures that were kept, and shows what has moved in the records since.",
  "reports.verify": "Verify",
  "reports.verified.at": "Verified {time}",
  "reports.verified.files": "All {count} files agree with the report's figures.",
  "reports.verified.wrong":
    "Not in agreement: {formats}. A file has been changed; tell whoever runs the system.",
  "reports.verified.differently":
    "The files are unaltered, but the program lays out differently today: {formats}.",
  "reports.verified.unmoved": "No figure has moved in the records since.",
  "reports.verified.moved": "{count} figures have moved in the records since it was made:",
};
