import type { Attachment } from "#core/initiatives/attachment.ts";

/** A file chosen in the form. The device keeps what it is called, never the file itself. */
export interface TypedAttachment extends Attachment {
  /** Given by the server when the file has been sent whole; empty until then. */
  id: string;
  /** Tells it apart on this device. */
  key: string;
}

/** The files of a record as if they had been chosen here. How they stand is told apart (`noteVerdict`). */
export const typeAttachments = (attachments: readonly Attachment[]): TypedAttachment[] =>
  attachments.map(({ id, name, type, size }) => ({ id, name, type, size, key: id }));

/** The files as they are sent with the form. */
export const readAttachments = (typed: readonly TypedAttachment[]): Attachment[] =>
  typed.map(({ key: _, ...attachment }) => attachment);
