import { createSignal, onCleanup } from "solid-js";
import { type Draft, startDraft } from "./drafts.ts";
import {
  type DraftChange,
  findDraft,
  forgetDraft,
  keepDraft,
  onDraftChange,
  rememberOpened,
  writer,
} from "./store.ts";

export type DraftAutosave = ReturnType<typeof createAutosave>;

/** Saves a draft on every change. After a save in another tab, continues in a new draft and sets `conflict`. */
export function createAutosave(opened: Draft) {
  let draft = opened;
  let seenRevision = opened.revision;
  let unsaved = false;
  let forgotten = false;
  let writing: Promise<void> | null = null;
  const [saved, setSaved] = createSignal({ at: opened.savedAt, kept: true });
  const [conflict, setConflict] = createSignal<"newer" | "gone" | null>(null);
  rememberOpened(opened.id);

  const write = async (sure: boolean): Promise<void> => {
    unsaved = false;
    const written = draft;
    const kept = await keepDraft(written, seenRevision, sure);
    if (kept.outcome === "conflict") {
      if (draft.id === written.id) await startFork();
      return;
    }
    if (kept.outcome === "kept" && draft.id === written.id)
      seenRevision = Math.max(seenRevision, kept.revision);
    setSaved({ at: written.savedAt, kept: kept.outcome === "kept" });
  };
  const writeAll = async (sure: boolean): Promise<void> => {
    do await write(sure);
    while (unsaved);
  };
  /** Continues in a new draft with the same key, so that only one submission results. */
  const startFork = async (): Promise<void> => {
    setConflict((await findDraft(opened.id)) ? "newer" : "gone");
    const { form, key, waiting } = draft;
    draft = { ...startDraft(form, key), waiting, savedAt: new Date().toISOString() };
    seenRevision = 0;
    rememberOpened(draft.id);
    await write(true);
  };
  const flush = () => {
    if (unsaved && !forgotten) void write(true);
  };

  const hear = ({ id, revision, writer: by }: DraftChange) => {
    if (id !== draft.id || by === writer) return;
    if (revision === null) setConflict("gone");
    else if (revision > seenRevision) setConflict("newer");
  };
  /** Checks for changes, because a suspended tab receives no messages. */
  const look = async () => {
    if (document.visibilityState === "hidden") return flush();
    if (writing || seenRevision === 0) return;
    const stored = await findDraft(draft.id);
    if (writing) return;
    if (!stored) setConflict("gone");
    else if (stored.revision > seenRevision && stored.writer !== writer) setConflict("newer");
  };
  const stopHearing = onDraftChange(hear);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", flush);
  onCleanup(() => {
    flush();
    stopHearing();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", flush);
  });

  return {
    draft: () => draft,
    saved,
    conflict,
    /** Resolves when all input so far is saved; with `sure`, flushed to disk. */
    keep(change: Partial<Draft>, sure = false): Promise<void> {
      if (forgotten) return Promise.resolve();
      draft = { ...draft, ...change, savedAt: new Date().toISOString() };
      unsaved = true;
      writing ??= writeAll(sure).finally(() => {
        writing = null;
      });
      return writing;
    },
    async fork(): Promise<void> {
      if (draft.id === opened.id) await startFork();
      setConflict(null);
    },
    /** The other tab's version; null if it is gone. */
    latest: () => findDraft(opened.id),
    forget(): Promise<void> {
      forgotten = true;
      return forgetDraft(draft.id, seenRevision);
    },
  };
}
