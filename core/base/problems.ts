import * as v from "valibot";

/** HTTP status of each problem code (RFC 9110). */
const statuses = {
  "request.malformed": 400,
  "request.tooLarge": 413,
  "request.contentType": 415,
  "request.origin": 403,
  "route.notFound": 404,
  "idempotencyKey.missing": 400,
  "idempotencyKey.malformed": 400,
  "idempotencyKey.reused": 422,
  "proof.missing": 400,
  "proof.invalid": 422,
  "proof.expired": 422,
  "id.taken": 409,
  "id.malformed": 404,
  "accessKey.renewed": 409,
  "receipt.notFound": 404,
  "accessKey.request.invalid": 422,
  "application.invalid": 422,
  "move.invalid": 422,
  "upload.invalid": 422,
  "upload.notFound": 404,
  "move.notAllowed": 409,
  "version.conflict": 409,
  "note.invalid": 422,
  "coAuthor.linkVoid": 404,
  "erasure.inReview": 409,
  "query.invalid": 422,
  "campaign.notFound": 404,
  "campaign.invalid": 422,
  "campaign.notReady": 422,
  "campaign.openTwice": 409,
  "campaign.moveNotAllowed": 409,
  "campaign.taken": 409,
  "council.notFound": 404,
  "council.invalid": 422,
  "document.invalid": 422,
  "declared.invalid": 422,
  "declared.notFound": 404,
  "activity.invalid": 422,
  "activity.notFound": 404,
  "activity.taken": 409,
  "model.invalid": 422,
  "model.notFound": 404,
  "model.taken": 409,
  "replication.invalid": 422,
  "replication.notFound": 404,
  "replication.taken": 409,
  "replication.moveNotAllowed": 409,
  "commendation.invalid": 422,
  "commendation.notFound": 404,
  "commendation.taken": 409,
  "commendation.moveNotAllowed": 409,
  "initiative.notFound": 404,
  "unit.notFound": 404,
  "unitChange.invalid": 422,
  "unitChange.taken": 409,
  "job.invalid": 422,
  "job.notFound": 404,
  "job.taken": 409,
  "job.uploadPending": 409,
  "job.uploadRefused": 422,
  "job.uploadTaken": 409,
  "report.invalid": 422,
  "report.notFound": 404,
  "report.notDraft": 409,
  "report.notReady": 409,
  "report.moveNotAllowed": 409,
  "reportRun.notFound": 404,
  "reportRun.taken": 409,
  "reportRequest.invalid": 422,
  "reportRequest.notFound": 404,
  "reportRequest.taken": 409,
  "reportRequest.closed": 409,
  "reportRequest.notAsked": 422,
  "reportRequest.otherPeriod": 422,
  "reportRequest.notApproved": 409,
  "reportRequest.editionChanged": 409,
  "reportRequest.returnedSame": 409,
  "reportRequest.isReturned": 409,
  "draft.invalid": 422,
  "draft.notFound": 404,
  "draft.writeKey": 403,
  "draft.conflict": 409,
  "staff.invalid": 422,
  "staff.notFound": 404,
  "staff.taken": 409,
  "staff.own": 403,
  "staff.elsewhere": 403,
  "staff.moveNotAllowed": 409,
  "access.denied": 403,
  "session.missing": 401,
  "signIn.failed": 401,
  "signIn.unknownStaff": 403,
  "signIn.deactivated": 403,
  "signIn.unused": 403,
  "rate.limited": 429,
  "record.tooLarge": 422,
  "store.unavailable": 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof statuses;

export const problemCodes = Object.keys(statuses) as ProblemCode[];

export const FieldError = v.strictObject({
  pointer: v.string(),
  code: v.string(),
  params: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type FieldError = v.InferOutput<typeof FieldError>;

/** Refusal that may be shown to the user; any other thrown error is answered as `internal`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[];
  /** Seconds; null if waiting does not help. */
  readonly retryAfter: number | null;
  constructor(code: ProblemCode, errors: FieldError[] = [], retryAfter: number | null = null) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
  get status(): (typeof statuses)[ProblemCode] {
    return statuses[this.code];
  }
}
