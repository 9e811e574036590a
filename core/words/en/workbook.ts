import type { workbookMessagesVi } from "#core/words/vi/workbook.ts";

export const workbookMessagesEn: Readonly<Record<keyof typeof workbookMessagesVi, string>> = {
  "row.key.required": "The row's key is missing. Write the unit's own key of this dossier.",
  "row.key.tooLong": "The row's key is too long: at most {max} characters.",
  "row.day.required": "Enter the day, as 25/12/2026.",
  "row.day.invalid": "This is no day. Write it as 25/12/2026.",
  "row.day.future": "This day lies after today.",
  "row.accepted.early": "It was accepted before the day it came.",
  "row.period.backwards": "It ends before it begins.",
  "row.replication.notSuperior":
    "Only an administrator of a superior unit may enter the day of the confirmation.",
  "row.twice": "This row is the same as one above.",
  "row.report.notDraft":
    "The report of this period is approved, so its texts cannot change. Begin a new edition, then import again.",
  "row.differs":
    "This key stands for something else in the system. Check the key, or change it on the dossier's page.",
  "row.unit.unknown": "There is no unit “{id}” in the system or in the file.",
  "row.unit.outside": "You do not answer for the unit “{id}”.",
  "row.unit.cycle": "The units above lead round in a circle.",
  "row.council.unknown":
    "There is no council with this id. Leave the id empty to use the unit's council of this name, or to found one.",
  "row.council.elsewhere":
    "The council with this id sits at another unit. Leave the id empty, or change the unit.",
  "row.council.differs": "The council with this id has another name or last day. Change it on its page.",
  "row.id.foreign": "A new id begins with “{prefix}”, then the unit's own key.",
  "row.level.above": "The level is above that of the unit. Check the level, or let the unit above enter it.",
  "row.document.unknown": "There is no document “{id}” in the system or in the file.",
  "row.campaign.none": "No campaign took applications of this unit on the day this came.",
  "row.campaign.notHere": "There is no campaign “{id}” in the file's sheet of campaigns.",
  "row.campaign.open":
    "A new campaign cannot be imported open. Write “Đang soạn” (draft), then open it on the page of campaigns.",
  "row.campaign.differs": "This campaign is there already and differs. Change it on its page.",
  "row.commendation.header": "The decision's columns differ from the first row of the same decision.",
  "row.commendation.issue": "Only administrators import issued decisions. Use the state “Dự thảo”.",
  "row.commendation.number": "An issued decision needs number and day of signing.",
  "row.commendation.key": "Enter a key of the decision, or its number and day.",
  "row.commendation.lineCancellation":
    "One line is cancelled only in an issued decision. Leave the columns of the line's cancellation empty.",
  "row.commendation.cancellation": "A cancelled decision needs ground, reason and day.",
  "row.commendation.twice":
    "Another decision has the same body, number and day. A decision is entered once; if another body has the same number, write the body's full name.",
  "row.commendation.missing": "The system holds this decision with more lines. Change it on its page.",
  "cell.required": "This cell must be filled in.",
  "cell.formula": "This cell is a formula. Put its value in its place.",
  "cell.error": "This cell says {value}. Put a value in its place.",
  "cell.choice": "“{value}” is not in the list. Choose from the cell's list.",
  "cell.number": "“{value}” is no number.",
  "cell.number.qualified":
    "“{value}” has a qualifier. This cell takes the number alone; write the qualifier (more than, nearly, about) in its own column where there is one.",
  "cell.number.unclear": "“{value}” can be read in two ways. Type it as a number, without separators.",
  "cell.day": "“{value}” is no day of the calendar. Write it as 25/12/2026.",
  "cell.merged": "The cells {range} are merged. Unmerge them and fill in each.",
  "sheet.hidden": "This sheet is hidden. Unhide it to import it, or delete it from the file.",
  "row.hidden":
    "This row is hidden, or a filter conceals it. Unhide it to import it, or delete it from the file.",
  "sheet.unknown": "There is no sheet called “{name}”. Keep the names of the template.",
  "sheet.notAllowed": "You may not import this sheet. Delete it and import again.",
  "sheet.column.unknown": "There is no column “{header}”. Keep the heads of the template.",
  "sheet.column.twice": "The column “{header}” is there twice.",
  "sheet.column.missing": "The column “{header}” is missing. Keep the heads of the template.",
  "workbook.faulty":
    "The workbook has errors, so nothing has been imported. Mend the cells named and upload it again.",
  "workbook.empty": "The workbook has no sheet of the template.",
  "workbook.tooManyRows": "The workbook has more than {most} rows. Divide it into several.",
  "workbook.notAWorkbook": "This file is no XLSX workbook.",
  "workbook.lockedOrOld":
    "The file is locked with a password, or an old XLS. Save it as XLSX without a password.",
  "workbook.damaged": "The file is damaged. Open it in a spreadsheet program, save it, and upload it again.",
  "workbook.tooLarge": "The file unfolds to too much. Divide it into several.",
};
