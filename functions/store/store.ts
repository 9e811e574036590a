import { createCoAuthorLinkStore } from "./co-author-links.ts";
import { createDirectoryStore } from "./directory.ts";
import { createDraftStore } from "./drafts.ts";
import { createFigureStore } from "./figures.ts";
import { createInitiativeStore } from "./initiatives.ts";
import { createLimitStore } from "./limits.ts";
import { createReceiptStore } from "./receipts.ts";
import { createStaffStore } from "./staff.ts";
import type { Table } from "./table.ts";
import { createUploadStore } from "./uploads.ts";

/** All that is kept in the table, by noun. `clock` tells the time (ISO 8601) for caches alone. */
export function createStore(table: Table, clock: () => string) {
  return {
    initiatives: createInitiativeStore(table),
    coAuthorLinks: createCoAuthorLinkStore(table),
    figures: createFigureStore(table),
    directory: createDirectoryStore(table, clock),
    staff: createStaffStore(table),
    receipts: createReceiptStore(table),
    uploads: createUploadStore(table),
    drafts: createDraftStore(table),
    limits: createLimitStore(table),
  };
}

export type Store = ReturnType<typeof createStore>;
