import type {
  CommendationLinesWrittenView,
  CommendationView,
} from "../../../../functions/api/commendation/views.ts";
import { isProblem } from "../parts/api.ts";
import type { Load } from "../parts/loading.tsx";
import { createSending, type Sending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { createRequests, faultsWithout, readCommendation } from "./api.ts";

export interface OpenDecision {
  view(): CommendationView;
  /** Number of lines, cancelled ones included. */
  listed(): number;
  put(view: CommendationView): void;
  /** Shows the decision after a line change, then reloads. */
  written(view: CommendationLinesWrittenView): void;
  refresh(): Promise<CommendationView>;
  /** Version and request id of a change; repeated content gives the same id. */
  change(content: unknown): { version: number; request: string };
  /** Sending state of a form. Reloads the decision after a conflict. `base` is removed from fault pointers. */
  createSending(base: () => string): Sending;
}

/** Call during component setup. */
export function createOpenDecision(
  view: () => CommendationView,
  load: Pick<Load<CommendationView>, "put" | "reload">,
): OpenDecision {
  const { w } = useWords();
  const { call } = useSession();
  const requestFor = createRequests();
  const refresh = async () => {
    const fresh = await call(() => readCommendation(view().decision.id));
    load.put(fresh);
    return fresh;
  };
  return {
    view,
    listed: () => view().count + view().decision.cancelledLines.count,
    put: load.put,
    written: ({ decision, count, total }) => {
      load.put({ ...view(), decision, count, total });
      void load.reload();
    },
    refresh,
    change: (content) => {
      const { version } = view().decision;
      return { version, request: requestFor([version, content]) };
    },
    createSending: (base) =>
      createSending(async (error) => {
        const isStale = isProblem(error, "version.conflict", "commendation.moveNotAllowed");
        if (!isStale) return faultsWithout(base(), error);
        const { decision } = await refresh();
        return {
          trouble: isProblem(error, "version.conflict")
            ? w("commendations.conflict")
            : w("commendations.movedOn", { state: w(`commendations.state.${decision.state}`) }),
        };
      }),
  };
}
