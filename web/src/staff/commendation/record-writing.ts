import type { AwardRecord } from "#core/commendation/record.ts";
import { isProblem } from "../parts/api.ts";
import { createSending, type Sending } from "../parts/sending.ts";
import { useWords } from "../words/words.ts";
import { createRequests, faultsWithout } from "./api.ts";

/** Props shared by the dialogs of blocs and nominations. */
export interface AwardDialogProps<R extends AwardRecord> {
  unit: string;
  onClose: () => void;
  onReload: () => Promise<void>;
  onDone: (record: R) => void;
}

/** Sending state and ids for writing a bloc or a nomination. Call during component setup. */
export function createRecordWriting(
  record: () => Pick<AwardRecord, "id" | "version"> | null,
  onReload: () => Promise<void>,
): {
  sending: Sending;
  /** Ids of record and request, and the version read. Repeated content gives the same ids. */
  change(content: unknown): { id: string; version: number; request: string };
} {
  const { w } = useWords();
  const requestFor = createRequests();
  // New content is a new record; a retry of the same content is the same record.
  const idFor = createRequests();
  return {
    sending: createSending(async (error) => {
      if (!isProblem(error, "version.conflict")) return faultsWithout("/form", error);
      await onReload();
      return { trouble: w("records.conflict") };
    }),
    change: (content) => {
      const now = record();
      const version = now?.version ?? 0;
      return {
        id: now?.id ?? idFor(content),
        version,
        request: requestFor([now?.id, version, content]),
      };
    },
  };
}
