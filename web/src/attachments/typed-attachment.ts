import type { Attachment } from "#core/initiatives/attachment.ts";

/** Attachment in the form. Drafts do not store the file. */
export interface TypedAttachment extends Attachment {
  /** Empty until the upload is complete. */
  id: string;
  key: string;
}

export const typeAttachments = (attachments: readonly Attachment[]): TypedAttachment[] =>
  attachments.map(({ id, name, type, size }) => ({ id, name, type, size, key: id }));

export const readAttachments = (typed: readonly TypedAttachment[]): Attachment[] =>
  typed.map(({ key: _, ...attachment }) => attachment);
