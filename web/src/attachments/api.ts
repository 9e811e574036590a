import type { AttachmentState, UploadInput } from "#core/initiatives/attachment.ts";
import type { UploadView } from "../../../functions/api/initiatives/views.ts";
import { getJson } from "../api.ts";
import { sendProven } from "../proof/proven-request.ts";

export const requestUpload = (upload: UploadInput) =>
  sendProven<UploadView>("upload", "POST", "/api/uploads", upload);

export const readUploadState = (id: string) =>
  getJson<AttachmentState>(`/api/uploads/${encodeURIComponent(id)}`);

export const attachmentPath = (id: string, file: string) =>
  `/api/initiatives/${encodeURIComponent(id)}/attachments/${encodeURIComponent(file)}`;
