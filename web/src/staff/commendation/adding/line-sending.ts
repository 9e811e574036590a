import { createSignal } from "solid-js";
import { type LineForm, linesAtOnce } from "#core/commendation/line.ts";
import { isProblem } from "../../parts/api.ts";
import { useSession } from "../../parts/session.tsx";
import { addLines, drawRequest, readCommendation } from "../api.ts";

/** Progress of adding lines. Each portion has one request id, so that a retry adds nothing twice. */
export interface SendingPlan {
  /** Decision version for the next portion. */
  version: number;
  requests: string[];
  /** Number of portions written. */
  done: number;
}

export const planLines = (count: number, version: number): SendingPlan => ({
  version,
  requests: Array.from({ length: Math.ceil(count / linesAtOnce) }, drawRequest),
  done: 0,
});

export const linesSent = ({ done }: SendingPlan, count: number): number =>
  Math.min(done * linesAtOnce, count);

/** Maximum attempts per portion after version conflicts. */
const attempts = 5;

/**
 * Adds lines in portions; `onStep` receives the plan after each step. To continue after an error, call `run` with the
 * last plan. Call during component setup.
 */
export function createLineSending() {
  const { call } = useSession();
  const [busy, setBusy] = createSignal(false);

  /**
   * After a conflict, passes the newer version to `onStep`, then retries. If this fails, only a retry with the same
   * version shows whether the portion was written.
   */
  const sendPortion = async (
    id: string,
    plan: SendingPlan,
    lines: readonly LineForm[],
    onStep: (plan: SendingPlan) => void,
  ): Promise<SendingPlan> => {
    const request = plan.requests[plan.done] ?? "";
    for (let at = plan, tried = 1; ; tried++) {
      const { version } = at;
      try {
        const { decision } = await call(() => addLines(id, { version, request }, lines));
        return { ...at, version: decision.version, done: at.done + 1 };
      } catch (error) {
        if (tried === attempts || !isProblem(error, "version.conflict")) throw error;
        at = { ...at, version: (await call(() => readCommendation(id))).decision.version };
        onStep(at);
      }
    }
  };
  const run = async (
    id: string,
    lines: readonly LineForm[],
    begun: SendingPlan,
    onStep: (plan: SendingPlan) => void,
  ): Promise<void> => {
    setBusy(true);
    try {
      for (let plan = begun; plan.done < plan.requests.length; ) {
        const from = plan.done * linesAtOnce;
        plan = await sendPortion(id, plan, lines.slice(from, from + linesAtOnce), onStep);
        onStep(plan);
      }
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
