import type { CitedDocument, NewDocument } from "#core/campaigns/document.ts";
import type { DocumentsView } from "../../../../functions/api/campaigns/views.ts";
import { getJson, sendJson } from "../../api.ts";

export const readDocuments = () => getJson<DocumentsView>("/api/documents");

export const addDocument = (form: NewDocument) => sendJson<CitedDocument>("POST", "/api/documents", form);
