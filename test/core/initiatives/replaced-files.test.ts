import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { type Attachment, makeUploadId } from "#core/initiatives/attachment.ts";
import { erase, erasedFiles } from "#core/initiatives/erasure.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { openStates, type State, states } from "#core/initiatives/lifecycle.ts";
import { replaceableFiles, replaceFiles } from "#core/initiatives/replaced-files.ts";
import { historyOf } from "#core/initiatives/submission.ts";
import type { Transition } from "#core/initiatives/transition.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { testNow } from "../../support/units.ts";

const context = {
  actor: { role: "author", staff: null },
  now: testNow,
  salt: () => randomBytes(16),
} as const;
const pool = Array.from(
  { length: 8 },
  (_, n): Attachment => ({
    id: makeUploadId(testNow, "dossier", new Uint8Array(12).fill(n + 1)),
    name: `tệp ${n}.pdf`,
    type: "application/pdf",
    size: 1000 + n,
  }),
);
const held = (state: State, files: Attachment[]): FormInitiative => ({
  ...buildInitiative(),
  state,
  attachments: files,
});
const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors[0]?.code ?? error.code;
  }
};
const lists = fc.subarray(pool, { maxLength: 5 });

describe("the files of a dossier", () => {
  it("may be replaced in every open state, before a council those that were refused", () => {
    for (const state of states) {
      const judged = state === "proposed" || state === "inCouncil";
      expect(replaceableFiles(state)).toBe(
        openStates.includes(state) ? (judged ? "refused" : "all") : "none",
      );
      const run = () => replaceFiles(held(state, []), pool.slice(0, 1), new Set(), context);
      const refusal = openStates.includes(state)
        ? judged
          ? "attachments.withCouncil"
          : null
        : "move.notAllowed";
      expect(codeOf(run)).toBe(refusal);
    }
  });

  it("before a council lose nothing that was received and win no more than they lose", () => {
    fc.assert(
      fc.property(lists, lists, fc.subarray(pool), (before, after, bad) => {
        const refused = new Set(bad.map(({ id }) => id));
        const gone = before.filter((file) => !after.includes(file));
        const come = after.filter((file) => !before.includes(file));
        const fits = gone.every(({ id }) => refused.has(id)) && come.length <= gone.length;
        const run = () => replaceFiles(held("inCouncil", before), after, refused, context);
        expect(codeOf(run)).toBe(fits ? null : "attachments.withCouncil");
      }),
    );
  });

  it("are what they were received as, whatever a request says of one that stays; the same list changes nothing", () => {
    const [one, two] = pool as [Attachment, Attachment];
    const before = held("registered", [one]);
    const renamed = { ...one, name: "khác.pdf", size: 9 };
    expect(replaceFiles(before, [renamed], new Set(), context)).toBeNull();
    const noted = replaceFiles(before, [renamed, two], new Set(), context);
    expect(noted?.initiative.attachments).toEqual([one, two]);
    expect(noted?.event).toMatchObject({ move: "replaceFiles", facts: { removed: 0, added: 1 } });
  });
});

describe("a history in which files are replaced", () => {
  const history = (lists: Attachment[][]) => {
    let initiative: FormInitiative = buildInitiative();
    const events: Transition[] = [];
    const take = (step: Transition | null) => {
      if (!step) return;
      events.push(step);
      initiative = step.initiative;
    };
    for (const [n, list] of lists.entries()) {
      take(replaceFiles(initiative, list, new Set(), context));
      if (n % 2 === 1) take(buildTransition(initiative, "return"));
      if (n % 2 === 1) take(buildTransition(initiative, "resubmit"));
    }
    return { initiative, events };
  };

  it("verifies, between corrections of the application too", () => {
    fc.assert(
      fc.property(fc.array(lists, { maxLength: 4 }), (replaced) => {
        const { initiative, events } = history(replaced);
        expect(verifyHistory(historyOf(initiative, events))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("names every file it ever held to the erasure", () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 1, maxLength: 4 }), (replaced) => {
        const { initiative, events } = history(replaced);
        const closed = buildTransition(initiative, "withdraw");
        const { transition } = erase(closed.initiative, [...events, closed], "all", context);
        const erased = transition ? erasedFiles(transition.event).sort() : [];
        expect(erased).toEqual([...new Set(replaced.flat().map(({ id }) => id))].sort());
      }),
      { numRuns: 30 },
    );
  });
});
