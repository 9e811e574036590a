/** Why a file cannot be read as a workbook: for the one who sent it, unlike a fault of ours. */
export type WorkbookFaultCode =
  /** Neither a ZIP nor a workbook in one. */
  | "notAWorkbook"
  /** Locked with a password, or XLS from before 2007: both come in the same wrapping. */
  | "lockedOrOld"
  /** It breaks the rules of its own format. */
  | "damaged"
  /** It unfolds to more than anybody would fill in. */
  | "tooLarge";

export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;
  constructor(code: WorkbookFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
