import { applicationPrivacy } from "#core/initiatives/application.ts";
import { type Attachment, attachmentStateOf } from "#core/initiatives/attachment.ts";
import { coAuthorStatuses } from "#core/initiatives/co-author.ts";
import { decisionsOf } from "#core/initiatives/decision-correction.ts";
import { type Event, type Openings, statementsOf } from "#core/initiatives/history.ts";
import { type Initiative, titleOf } from "#core/initiatives/initiative.ts";
import { type Move, movesFrom } from "#core/initiatives/lifecycle.ts";
import { hideFrom } from "#core/initiatives/personal-fields.ts";
import { replaceableFiles } from "#core/initiatives/replaced-files.ts";
import { asksResult } from "#core/initiatives/transition.ts";
import { may, type Viewer } from "#core/staff/access.ts";
import type { StoredEvent } from "../../store/initiatives/initiative-items.ts";
import type { Ctx } from "../context.ts";
import { resourceOf } from "./record.ts";
import type { AttachmentView, HistoryEntry, InitiativeView } from "./views.ts";

export async function viewInitiative(
  c: Ctx,
  viewer: Viewer,
  initiative: Initiative,
  events: StoredEvent[],
): Promise<InitiativeView> {
  const { directory } = c.var.deps.store;
  const units = await directory.units();
  const { id, version, origin, state, year, system, recognitions } = initiative;
  const view: InitiativeView = {
    id,
    version,
    origin,
    title: titleOf(initiative),
    state,
    year,
    campaign: initiative.campaign,
    unit: { id: initiative.unit, name: units.get(initiative.unit)?.name ?? initiative.unit },
    system,
    channel: null,
    receivedAt: null,
    late: false,
    dueOn: null,
    number: null,
    council: null,
    recognitions,
    organisation: initiative.origin === "document" ? initiative.organisation : null,
    application: null,
    attachments: [],
    replaceable: "none",
    history: [],
    statements: [],
    decisions: [],
    readsPersonal: false,
    coAuthors: [],
    nameConsents: [],
    asksResult: true,
    moves: [],
    demo: false,
  };
  if (initiative.origin === "document") return view;
  const campaign = await directory.campaign(initiative.campaign);
  const council = campaign?.councils.find((candidate) => candidate.id === initiative.council?.id);
  const resource = resourceOf(initiative);
  const personal = may(viewer, "initiative.readPersonal", resource);
  const reads = may(viewer, "initiative.readHistory", resource);
  const history = reads
    ? [enter(initiative.first, {}), ...events.map(({ event, openings }) => enter(event, openings))]
    : [];
  return {
    ...view,
    channel: initiative.channel,
    receivedAt: initiative.receivedAt,
    late: initiative.late,
    dueOn: initiative.dueOn,
    number: initiative.number,
    council: council ? { id: council.id, name: council.name, level: council.level } : null,
    application: personal
      ? initiative.application
      : hideFrom("readers", initiative.application, applicationPrivacy),
    attachments: may(viewer, "attachment.read", resource)
      ? await viewAttachments(c, initiative.attachments)
      : [],
    replaceable: may(viewer, "initiative.replaceFiles", resource) ? replaceableFiles(state) : "none",
    history,
    // Council members read these texts, but not the whole history.
    statements: statementsOf(events),
    decisions: may(viewer, "initiative.correctDecision", resource) ? decisionsOf(events) : [],
    readsPersonal: personal,
    coAuthors: reads ? coAuthorStatuses(initiative, events) : [],
    nameConsents: reads ? initiative.nameConsents : [],
    asksResult: asksResult(initiative, { merged: campaign?.merged ?? true }),
    moves: movesFrom(state).filter(
      (move) =>
        isPossible(move, campaign?.merged ?? true, state) && may(viewer, `initiative.${move}`, resource),
    ),
    demo: campaign?.demo ?? false,
  };
}

export async function viewAttachments(c: Ctx, attachments: readonly Attachment[]): Promise<AttachmentView[]> {
  if (attachments.length === 0) return [];
  const { store, clock } = c.var.deps;
  const arrivals = await store.uploads.arrivals(attachments.map(({ id }) => id));
  return attachments.map((attachment) => ({
    ...attachment,
    ...attachmentStateOf(attachment, arrivals.get(attachment.id) ?? null, clock()),
  }));
}

/** A campaign with a merged form has no separate result report. */
function isPossible(move: Move, merged: boolean, state: string): boolean {
  if (move === "report") return !merged;
  if (move === "propose") return merged || state === "reported";
  return true;
}

function enter({ n, at, move, from, to, actor, facts }: Event, openings: Openings): HistoryEntry {
  const words = (name: string) => {
    const value = openings[name]?.value;
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    n,
    at,
    move,
    from,
    to,
    role: actor.role,
    facts,
    reason: words("reason"),
    opinion: words("opinion"),
    explanation: words("explanation"),
    word: words("word"),
  };
}
