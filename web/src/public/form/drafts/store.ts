import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Draft, readDraft } from "./drafts.ts";
import { markDrafts } from "./flags.ts";

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

const openedKey = "draft.opened";
const channelName = "drafts";

/** Identifies this page until it is reloaded. */
export const writer = crypto.randomUUID();

/** A null revision is a removal. */
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

/** What the browser did not store; survives a change of language. */
let unsavedDraft: Draft | null = null;

/** Latest first; empty if the browser stores nothing. */
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

/** The draft open in this tab, else the latest; none that waits to be sent. */
export async function openLatest(): Promise<Draft | null> {
  const drafts = (await listDrafts()).filter(({ waiting }) => !waiting);
  const opened = readOpened();
  return drafts.find(({ id }) => id === opened) ?? drafts[0] ?? unsavedDraft;
}

/** For this tab, through a reload. */
export function rememberOpened(id: string): void {
  try {
    sessionStorage.setItem(openedKey, id);
  } catch {
    // Without storage the latest draft opens.
  }
}

function readOpened(): string | null {
  try {
    return sessionStorage.getItem(openedKey);
  } catch {
    return null;
  }
}

/** `conflict`: another page has saved or removed it; nothing was written. `failed`: the browser refused. */
export type Kept = { outcome: "kept"; revision: number } | { outcome: "conflict" | "failed" };

/** Fails if another page has saved since revision `seen`. `sure` waits for the disk, to survive a power cut. */
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

/** With `seen`, fails if another page has saved since. */
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
    // Nothing is stored.
  }
}

let channel: BroadcastChannel | null = null;

/** On first use: the build loads this module too, and an open channel would keep it from ending. */
function openChannel(): BroadcastChannel | null {
  try {
    channel ??= new BroadcastChannel(channelName);
  } catch {
    // If site data are blocked, tabs share nothing.
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
