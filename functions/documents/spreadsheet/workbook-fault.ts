export type WorkbookFaultCode =
  | "notAWorkbook"
  /** The file has a password or is an XLS from before 2007; both use the same container. */
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
