import { hashSecret } from "#core/base/canonical.ts";
import { parseId } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import { replaceAccessKey, replacesKey } from "#core/initiatives/access-key.ts";
import type { FormInitiative, Initiative } from "#core/initiatives/initiative.ts";
import type { Viewer } from "#core/staff/access.ts";
import { reachOf } from "#core/units/unit.ts";
import type { StoredEvent } from "../../store/initiatives/initiative-items.ts";
import { authoriseOn } from "../authorise.ts";
import { type Ctx, staffViewer } from "../context.ts";

interface Opened {
  initiative: Initiative;
  events: StoredEvent[];
  viewer: Viewer;
}

export const resourceOf = (initiative: Initiative) => ({
  initiative: initiative.id,
  units: initiative.path,
  council: initiative.origin === "application" ? initiative.council : null,
});

/** An access key opens only its own record. Throws `initiative.notFound`. */
export async function openRecord(c: Ctx): Promise<Opened> {
  const typed = c.req.param("id") ?? "";
  const id = parseId(typed) ?? typed;
  const { bearer, session, deps } = c.var;
  if (!bearer && !session) throw new Problem("initiative.notFound");
  const found = id.length <= 40 ? await deps.store.initiatives.getWithHistory(id) : null;
  if (!found) throw new Problem("initiative.notFound");
  if (!bearer) return openFor(c, found, staffViewer(session));
  if (found.initiative.origin !== "application") throw new Problem("initiative.notFound");
  if (hashSecret(bearer) !== found.initiative.accessKeyHash) {
    const taken = await takeUpKey(c, bearer, found.initiative);
    if (!taken) return openFor(c, found, { kind: "public" });
    return openRecord(c);
  }
  return openFor(c, found, { kind: "author", initiative: found.initiative.id });
}

async function openFor(
  c: Ctx,
  { initiative, events }: Omit<Opened, "viewer">,
  viewer: Viewer,
): Promise<Opened> {
  authoriseOn(viewer, "initiative.read", await readersOf(c, initiative));
  return { initiative, events, viewer };
}

/** Records from documents hold no personal data, so readers of successor units may read them. */
async function readersOf(c: Ctx, initiative: Initiative) {
  const resource = resourceOf(initiative);
  if (initiative.origin !== "document") return resource;
  const units = await c.var.deps.store.directory.units();
  return { ...resource, units: [...resource.units, ...reachOf(units, initiative.unit)] };
}

const takeUpAttempts = 5;

/** Replaces the access key at the first use of the mailed key. False for any other key. */
async function takeUpKey(c: Ctx, bearer: string, found: FormInitiative): Promise<boolean> {
  const { store, clock, random } = c.var.deps;
  const pending = await store.receipts.pendingKey(found.id);
  let before = found;
  for (let attempt = 1; pending && replacesKey(pending, bearer, before); attempt++) {
    const context = { actor: { role: "author", staff: null }, now: clock(), salt: () => random(16) } as const;
    try {
      await store.initiatives.save(replaceAccessKey(before, "mail", bearer, context), before);
      return true;
    } catch (error) {
      const conflict = error instanceof Problem && error.code === "version.conflict";
      const now = conflict && attempt < takeUpAttempts ? await store.initiatives.get(found.id) : null;
      if (now?.origin !== "application") throw error;
      // Another request has already activated the mailed key.
      if (now.accessKeyHash === hashSecret(bearer)) return true;
      before = now;
    }
  }
  return false;
}
