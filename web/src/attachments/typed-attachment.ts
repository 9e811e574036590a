import type { Attachment } from "#core/initiatives/attachment.ts";

/** A file chosen in the form. The device keeps only its name and size. */
export interface TypedAttachment extends Attachment {
  /** Given by the server; empty until the upload is complete. */
  id: string;
  /** Identifies the file on this device. */
  key: string;
}

/** The files of a record as form values. Their states are set by `noteVerdict`. */
export const typeAttachments = (attachments: readonly Attachment[]): TypedAttachment[] =>
  attachments.map(({ id, name, type, size }) => ({ id, name, type, size, key: id }));

export const readAttachments = (typed: readonly TypedAttachment[]): Attachment[] =>
  typed.map(({ key: _, ...attachment }) => attachment);
