import type { RecordKind } from "#core/activities/record.ts";
import { toBase64Url } from "#core/base/base64url.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import { readAttachments, type TypedAttachment } from "../../attachments/typed-attachment.ts";
import { isProblem } from "../parts/api.ts";
import { bindFields } from "../parts/fields.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending, type Refusal } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { changeRecord, enterRecord, type Views } from "./api.ts";

/** Fields that every form of a record has. */
export interface TypedRecord {
  /** Drawn here, so that a retry is the same record. */
  id: string;
  evidence: TypedAttachment[];
  why: string;
}

const drawId = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

export const newRecord = (): TypedRecord => ({ id: drawId(), evidence: [], why: "" });

/** Saved input and sending of one record's form. */
export function createRecordForm<K extends RecordKind, T extends TypedRecord>(given: {
  kind: K;
  /** Unit of a new record. */
  unit: () => string;
  /** Record to change; null for a new one. */
  view: () => Views[K]["one"] | null;
  initial: () => T;
  compose: (typed: T, evidence: Attachment[]) => unknown;
  onSaved: (view: Views[K]["one"]) => void;
  /** Reads the record again after a conflict. */
  onReload?: (() => Promise<void>) | undefined;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const saved = createSavedInput<T>(() => `${given.kind}/${given.view()?.record.id ?? given.unit()}`);
  const typed = () => saved.typed() ?? given.initial();
  const put = (change: Partial<T>) => saved.keep({ ...typed(), ...change });
  const sending = createSending(async (error): Promise<Refusal | null> => {
    if (!isProblem(error, "version.conflict")) return null;
    await given.onReload?.();
    return { trouble: w("records.conflict") };
  });
  const send = async (): Promise<Refusal | null> => {
    const entry = typed();
    // Keep the id, so that a retry enters the record once.
    saved.keep(entry);
    if (entry.evidence.some(({ id }) => id === "")) {
      const detail = w("records.filesOnTheWay");
      return { faults: [{ pointer: "/evidence", code: "attachment.notReceived", detail }] };
    }
    const form = given.compose(entry, readAttachments(entry.evidence));
    const record = given.view()?.record;
    const view = await call(() =>
      record
        ? changeRecord(given.kind, record.id, {
            version: record.version,
            withdrawn: record.withdrawn,
            why: entry.why,
            form,
          })
        : enterRecord(given.kind, { id: entry.id, unit: given.unit(), form }),
    );
    saved.forget();
    given.onSaved(view);
    return null;
  };
  return {
    typed,
    put,
    field: bindFields(typed, put),
    texts: saved.texts,
    forget: saved.forget,
    sending,
    send,
  };
}

/** Text of a day field; "" is no day. */
export const dayOrNull = (text: string): string | null => (text === "" ? null : text);

export type YesNo = "" | "yes" | "no";
export const typeYesNo = (value: boolean | null): YesNo => (value === null ? "" : value ? "yes" : "no");
export const readYesNo = (text: string): boolean | null => (text === "" ? null : text === "yes");
