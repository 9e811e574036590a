import type { Viewer } from "../core/access.ts";
import { hashSecret } from "../core/canonical.ts";
import { parseId } from "../core/ids.ts";
import type { Initiative } from "../core/initiative.ts";
import { Problem } from "../core/problems.ts";
import { reachOf } from "../core/unit.ts";
import type { StoredEvent } from "../store/initiatives.ts";
import { authoriseOn } from "./authorise.ts";
import { type Ctx, staffViewer } from "./context.ts";

/** A record whole, and who looks at it. */
interface Opened {
  initiative: Initiative;
  events: StoredEvent[];
  viewer: Viewer;
}

/** What the access table asks of a record. */
export const resourceOf = (initiative: Initiative) => ({
  initiative: initiative.id,
  units: initiative.path,
  council: initiative.origin === "application" ? initiative.council : null,
});

/** The record with its history, for a viewer who may read it. An access key opens its own record and no other. */
export async function openRecord(c: Ctx): Promise<Opened> {
  const typed = c.req.param("id") ?? "";
  const id = parseId(typed) ?? typed;
  const { bearer, session, deps } = c.var;
  if (!bearer && !session) throw new Problem("initiative.notFound");
  const found = id.length <= 40 ? await deps.store.initiatives.getWithHistory(id) : null;
  if (!found) throw new Problem("initiative.notFound");
  const { initiative, events } = found;
  const viewer = bearer ? authorViewer(initiative, bearer) : staffViewer(session);
  authoriseOn(viewer, "initiative.read", await readersOf(c, initiative));
  return { initiative, events, viewer };
}

/** What a document names holds nothing personal: those who answer for its unit's successors read it, as they read its figures. */
async function readersOf(c: Ctx, initiative: Initiative) {
  const resource = resourceOf(initiative);
  if (initiative.origin !== "document") return resource;
  const units = await c.var.deps.store.directory.units();
  return { ...resource, units: [...resource.units, ...reachOf(units, initiative.unit)] };
}

function authorViewer(initiative: Initiative, bearer: string): Viewer {
  const holds = initiative.origin === "application" && hashSecret(bearer) === initiative.accessKeyHash;
  return holds ? { kind: "author", initiative: initiative.id } : { kind: "public" };
}
