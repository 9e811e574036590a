import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Draft, readDraft } from "./drafts.ts";
import { markDrafts } from "./flags.ts";

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

const openedKey = "draft.opened";
const channelName = "drafts";

/** Id of this page until the next reload. */
export const writer = crypto.randomUUID();

/** A null revision means removal. */
export interface DraftChange {
  id: string;
  revision: number | null;
  writer: string;
}

let opening: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  const forget = () => {
    opening = null;
  };
  opening ??= openDB<Schema>("doan-ket-sang-tao", 1, {
    upgrade: (db) => {
      db.createObjectStore("drafts", { keyPath: "id" });
    },
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

/** Draft that the browser refused to store. */
let unsavedDraft: Draft | null = null;

/** Stored drafts, latest first; empty if the browser refuses storage. */
export async function listDrafts(): Promise<Draft[]> {
  try {
    const drafts = (await (await database()).getAll("drafts")).map(readDraft);
    const waiting = drafts.filter((draft) => draft.waiting).length;
    markDrafts(drafts.length - waiting, waiting);
    return drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  } catch {
    return [];
  }
}

export async function findDraft(id: string): Promise<Draft | null> {
  return (await listDrafts()).find((draft) => draft.id === id) ?? null;
}

/** Draft open in this tab, else the latest one. Skips drafts that wait to be sent. */
export async function openLatest(): Promise<Draft | null> {
  const drafts = (await listDrafts()).filter(({ waiting }) => !waiting);
  const opened = readOpened();
  return drafts.find(({ id }) => id === opened) ?? drafts[0] ?? unsavedDraft;
}

export function rememberOpened(id: string): void {
  try {
    sessionStorage.setItem(openedKey, id);
  } catch {
    // Without storage a reload opens the latest draft.
  }
}

function readOpened(): string | null {
  try {
    return sessionStorage.getItem(openedKey);
  } catch {
    return null;
  }
}

/** `conflict`: another page has saved or removed the draft. `failed`: the browser refused storage. */
export type Kept = { outcome: "kept"; revision: number } | { outcome: "conflict" | "failed" };

/** `seen`: last known revision. `sure`: wait until the draft is on disk. */
export async function keepDraft(draft: Draft, seen: number, sure = false): Promise<Kept> {
  try {
    const db = await database();
    const tx = db.transaction("drafts", "readwrite", { durability: sure ? "strict" : "relaxed" });
    const stored = await tx.store.get(draft.id);
    const conflict = stored ? stored.revision !== seen && stored.writer !== writer : seen > 0;
    if (conflict) return { outcome: "conflict" };
    const revision = (stored?.revision ?? seen) + 1;
    tx.store.put({ ...draft, revision, writer });
    await tx.done;
    announce({ id: draft.id, revision, writer });
    if (!stored?.waiting !== !draft.waiting || !stored) await listDrafts();
    return { outcome: "kept", revision };
  } catch {
    unsavedDraft = draft;
    return { outcome: "failed" };
  }
}

/** With `seen`, keeps the draft if another page has saved since that revision. */
export async function forgetDraft(id: string, seen: number | null = null): Promise<void> {
  unsavedDraft = null;
  try {
    const db = await database();
    const tx = db.transaction("drafts", "readwrite", { durability: "strict" });
    const stored = await tx.store.get(id);
    const newer = seen !== null && stored && stored.revision !== seen && stored.writer !== writer;
    if (!newer) tx.store.delete(id);
    await tx.done;
    if (!newer) announce({ id, revision: null, writer });
    await listDrafts();
  } catch {
    // No storage, so nothing to remove.
  }
}

let channel: BroadcastChannel | null = null;

/** Opens on first use, because an open channel would keep the build process alive. */
function openChannel(): BroadcastChannel | null {
  try {
    channel ??= new BroadcastChannel(channelName);
  } catch {
    // The browser blocks site data, so tabs share nothing.
  }
  return channel;
}

const announce = (change: DraftChange): void => openChannel()?.postMessage(change);

/** Listens to other tabs. Returns a cleanup function. */
export function onDraftChange(hear: (change: DraftChange) => void): () => void {
  const listen = ({ data }: MessageEvent<DraftChange>) => hear(data);
  openChannel()?.addEventListener("message", listen);
  return () => openChannel()?.removeEventListener("message", listen);
}
