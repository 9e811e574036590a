/** Why a file is no readable workbook: the sender's fault, not ours. */
export type WorkbookFaultCode =
  | "notAWorkbook"
  /** With a password, or XLS of before 2007: both use the same container. */
  | "lockedOrOld"
  | "damaged"
  | "tooLarge";

export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;
  constructor(code: WorkbookFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
