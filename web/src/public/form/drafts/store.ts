import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Draft, readDraft } from "./drafts.ts";
import { markDrafts } from "./flags.ts";

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

const openedHere = "draft.opened";
const channelName = "drafts";

/** This page, as the one that kept a draft: a tab, until it is reloaded. */
export const writer = crypto.randomUUID();

/** A draft was kept by the page `writer`, or is no more (`revision` null). */
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

/** What the browser would not keep: it lasts at least through a change of language. */
let unsavedDraft: Draft | null = null;

/** All drafts on this device, the latest first. None where the browser keeps nothing. */
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

/** The draft as it is kept now, or null. */
export async function findDraft(id: string): Promise<Draft | null> {
  return (await listDrafts()).find((draft) => draft.id === id) ?? null;
}

/** The draft that this tab has open, else the latest; one that waits to be sent is not typed in. */
export async function openLatest(): Promise<Draft | null> {
  const drafts = (await listDrafts()).filter(({ waiting }) => !waiting);
  const opened = readOpened();
  return drafts.find(({ id }) => id === opened) ?? drafts[0] ?? unsavedDraft;
}

/** Remembers for this tab, through a reload, which draft it has open. */
export function rememberOpened(id: string): void {
  try {
    sessionStorage.setItem(openedHere, id);
  } catch {
    // The latest one is opened then.
  }
}

function readOpened(): string | null {
  try {
    return sessionStorage.getItem(openedHere);
  } catch {
    return null;
  }
}

/** `conflict`: another page has kept it since, or it is gone; nothing was written. `failed`: the browser does not let us. */
export type Kept = { outcome: "kept"; revision: number } | { outcome: "conflict" | "failed" };

/**
 * Keeps a draft, unless another page has kept it since revision `seen`: reading and writing are one transaction. `sure` waits for the disk,
 * for what must outlive a power cut and not only a crash.
 */
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

/** Takes a draft off this device; with `seen`, only if no other page has kept it since. */
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
    // Where nothing can be kept there is nothing to forget.
  }
}

let channel: BroadcastChannel | null = null;

/** Opened when it is first needed: the build loads this file too, and an open channel would keep it from ending. */
function openChannel(): BroadcastChannel | null {
  try {
    channel ??= new BroadcastChannel(channelName);
  } catch {
    // Where site data are blocked, tabs share nothing.
  }
  return channel;
}

const announce = (change: DraftChange): void => openChannel()?.postMessage(change);

/** Hears of what other tabs keep and forget. Returns what ends it. */
export function onDraftChange(hear: (change: DraftChange) => void): () => void {
  const listen = ({ data }: MessageEvent<DraftChange>) => hear(data);
  openChannel()?.addEventListener("message", listen);
  return () => openChannel()?.removeEventListener("message", listen);
}
