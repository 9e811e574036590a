export type DeadLetter =
  | ({ kind: "batch"; records: number } & Call)
  | ({ kind: "call" } & Call)
  | ({ kind: "schedule"; schedule: string } & Call)
  | ({ kind: "message" } & Call)
  /** S3's notice of a failed batch. */
  | { kind: "object"; key: string }
  | { kind: "test" }
  | { kind: "unknown"; why: string };

interface Call {
  to: string;
  payload: string;
  at: string;
  why: string;
}

export interface Message {
  Body?: string | undefined;
  Attributes?: Record<string, string> | undefined;
  MessageAttributes?: Record<string, { StringValue?: string | undefined }> | undefined;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const unknown = (why: string): DeadLetter => ({ kind: "unknown", why });

function parse(json: string): Json | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const functionOf = (arn: unknown): string | null =>
  /^arn:[\w-]+:lambda:[\w-]*:\d*:function:([\w-]+)(:.+)?$/.exec(text(arn))?.[1] ?? null;

export function readMessage({ Body = "", Attributes = {}, MessageAttributes = {} }: Message): DeadLetter {
  const { DeadLetterQueueSourceArn: source, SentTimestamp: sent } = Attributes;
  if (source !== undefined) {
    const to = /^arn:[\w-]+:sqs:[\w-]*:\d*:([\w-]+)$/.exec(source)?.[1];
    if (to === undefined) return unknown(`a message of no queue: ${source}`);
    return {
      kind: "message",
      to,
      payload: Body,
      at: new Date(Number(sent)).toISOString(),
      why: "tried for 12 hours",
    };
  }
  const attribute = (name: string) => MessageAttributes[name]?.StringValue ?? "";
  if (attribute("SCHEDULE_ARN") !== "") {
    const to = functionOf(attribute("TARGET_ARN"));
    if (to === null) return unknown(`a schedule of no function: ${attribute("TARGET_ARN")}`);
    if (attribute("IS_PAYLOAD_TRUNCATED") === "true") return unknown("a schedule's message, cut off");
    const schedule = attribute("SCHEDULE_ARN").split("/").at(-1) ?? "";
    const why = [attribute("ERROR_CODE"), attribute("EXHAUSTED_RETRY_CONDITION")].filter(Boolean).join(", ");
    return { kind: "schedule", to, payload: Body, at: attribute("SCHEDULED_TIME"), why, schedule };
  }
  const body = parse(Body);
  if (!body) return unknown("no JSON");
  if (body.Event === "s3:TestEvent") return { kind: "test" };
  const notice = Array.isArray(body.Records) ? body.Records[0] : null;
  if (isObject(notice) && notice.eventSource === "aws:s3" && isObject(notice.s3)) {
    const { object } = notice.s3;
    // S3 form-encodes keys.
    const key = isObject(object) ? decodeURIComponent(text(object.key).replaceAll("+", " ")) : "";
    return key === "" ? unknown("word of an object without a name") : { kind: "object", key };
  }
  const record = readRecord(body);
  if (!record) return unknown("neither a call nor a schedule nor word of an object");
  if (body.requestPayload === undefined) return unknown(`a call of ${record.to} without what it was told`);
  return { kind: "call", ...record, payload: JSON.stringify(body.requestPayload) };
}

export function readBatch(json: string): DeadLetter {
  const body = parse(json);
  const record = body && readRecord(body);
  if (!body || !record) return unknown("not a batch");
  const payload = typeof body.payload === "string" ? body.payload : JSON.stringify(body.payload ?? null);
  const records = parse(payload)?.Records;
  if (!Array.isArray(records)) return unknown(`a batch of ${record.to} without its records`);
  return { kind: "batch", ...record, payload, records: records.length };
}

function readRecord(body: Json): Omit<Call, "payload"> | null {
  const context = isObject(body.requestContext) ? body.requestContext : {};
  const response = isObject(body.responseContext) ? body.responseContext : {};
  const to = functionOf(context.functionArn);
  if (to === null) return null;
  const tries = Number(context.approximateInvokeCount);
  const why = [text(context.condition), text(response.functionError), tries ? `${tries} tries` : ""];
  return { to, at: text(body.timestamp), why: why.filter(Boolean).join(", ") };
}

/** Omits the payload, which may be personal. */
export function describe(letter: DeadLetter): string {
  switch (letter.kind) {
    case "batch":
      return `${letter.at}  ${letter.to}: ${letter.records} records of the table's stream (${letter.why})`;
    case "call":
      return `${letter.at}  ${letter.to}: a call (${letter.why})`;
    case "schedule":
      return `${letter.at}  ${letter.to}: the schedule ${letter.schedule} (${letter.why})`;
    case "message":
      return `${letter.at}  ${letter.to}: a message (${letter.why})`;
    case "object":
      return `word of a batch that is no longer there: ${letter.key}`;
    case "test":
      return "S3's word that it will give notice: nothing to do";
    case "unknown":
      return `cannot be read: ${letter.why}`;
  }
}
