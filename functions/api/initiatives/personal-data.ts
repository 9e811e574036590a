import { Hono } from "hono/tiny";
import { toBase64Url } from "#core/base/base64url.ts";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import type { Step } from "#core/commendation/step.ts";
import { type Erasure, ErasureRequest, erase } from "#core/initiatives/erasure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Note } from "#core/initiatives/lifecycle.ts";
import type { EventContext } from "#core/initiatives/note.ts";
import {
  ContactCorrection,
  changeNameConsent,
  correctContact,
  NameConsentChange,
  personalDataOf,
} from "#core/initiatives/personal-data.ts";
import type { StoredEvent } from "../../store/initiatives/initiative-items.ts";
import { retryOnConflict } from "../../store/table.ts";
import { authoriseOn } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson, readText } from "../middleware/body.ts";
import { isAccessKey } from "../middleware/session.ts";
import { eraseDossierAwards, readDossierAwards } from "./dossier-awards.ts";
import { openRecord, resourceOf } from "./record.ts";
import { viewInitiative } from "./view.ts";
import { ErasureView, InitiativeView, PersonalDataView } from "./views.ts";

const attempts = 5;

export const personalData = new Hono<Env>()
  .get(
    "/:id/personal-data",
    describe("initiative.readPersonal", "The personal data of a record, as a file", PersonalDataView),
    exportData,
  )
  .post(
    "/:id/personal-data",
    describe(
      "initiative.readPersonal",
      "The same file for a page's form that holds the access key: no secret in an address, no blob",
      PersonalDataView,
    ),
    exportData,
  )
  .post(
    "/:id/contact",
    describe(
      "initiative.correctContact",
      "Correct a phone number or an address while the record is open",
      InitiativeView,
      { body: ContactCorrection },
    ),
    async (c) => {
      const body = validate(ContactCorrection, await readJson(c));
      return retryOnConflict(attempts, async () => {
        const { initiative, events, viewer, context } = await openForm(c, "correctContact");
        if (!body.ok) throw new Problem("note.invalid", body.errors);
        const noted = correctContact(initiative, body.value.contact, context);
        if (!noted) return c.json(await viewInitiative(c, viewer, initiative, events));
        await c.var.deps.store.initiatives.save(noted, initiative);
        return c.json(await viewInitiative(c, viewer, noted.initiative, [...events, noted]));
      });
    },
  )
  .post(
    "/:id/name-consent",
    describe(
      "initiative.changeNameConsent",
      "Let an author's name be published, or no longer: one's own by the access key, anybody's at the counter",
      InitiativeView,
      { body: NameConsentChange },
    ),
    async (c) => {
      const body = validate(NameConsentChange, await readJson(c));
      return retryOnConflict(attempts, async () => {
        const { initiative, events, viewer, context } = await openForm(c, "changeNameConsent");
        if (!body.ok) throw new Problem("note.invalid", body.errors);
        // With an access key, only the first author's consent may change.
        if (viewer.kind !== "staff" && body.value.author !== 0)
          throw new Problem("note.invalid", [{ pointer: "/author", code: "nameConsent.own" }]);
        const noted = changeNameConsent(initiative, body.value, context);
        if (!noted) return c.json(await viewInitiative(c, viewer, initiative, events));
        await c.var.deps.store.initiatives.save(noted, initiative);
        return c.json(await viewInitiative(c, viewer, noted.initiative, [...events, noted]));
      });
    },
  )
  .post(
    "/:id/erasure",
    describe(
      "initiative.erase",
      "Withdraw the consent: erase the contact, one author, or everybody",
      ErasureView,
      { body: ErasureRequest },
    ),
    async (c) => {
      const body = validate(ErasureRequest, await readJson(c));
      return retryOnConflict(attempts, async () => {
        const { initiative, events, viewer, context } = await openForm(c, "erase");
        if (!body.ok) throw new Problem("note.invalid", body.errors);
        const erasure = erase(initiative, events, body.value.who, context);
        const { transition } = erasure;
        const { store } = c.var.deps;
        // Erases the dossier last, because its names identify the award lines.
        await eraseDossierAwards(store, initiative, body.value.who, stepOf(c));
        if (transition) await store.initiatives.erase({ ...erasure, transition }, initiative);
        // Co-author links derive from the erased names, so they become void.
        if (body.value.who !== "contact") await store.coAuthorLinks.put(initiative.id, {});
        return c.json(await viewErasure(c, viewer, initiative, events, erasure));
      });
    },
  );

type Opened = Awaited<ReturnType<typeof openForm>>;

async function openForm(c: Ctx, note: Note) {
  const { initiative, events, viewer } = await openRecord(c);
  const role = authoriseOn(viewer, `initiative.${note}`, resourceOf(initiative));
  if (initiative.origin !== "application") throw new Problem("move.notAllowed");
  const { clock, random } = c.var.deps;
  const actor = { role, staff: viewer.kind === "staff" ? viewer.id : null };
  const context: EventContext = { actor, now: clock(), salt: () => random(16) };
  return { initiative, events, viewer, context };
}

async function viewErasure(
  c: Ctx,
  viewer: Opened["viewer"],
  before: FormInitiative,
  events: StoredEvent[],
  { transition, rewritten, backupsUntil, kept }: Erasure,
): Promise<ErasureView> {
  const after = transition?.initiative ?? before;
  const rest = events.map((past) => rewritten.find(({ event }) => event.n === past.event.n) ?? past);
  const all = transition ? [...rest, transition] : rest;
  return { initiative: await viewInitiative(c, viewer, after, all), backupsUntil, kept };
}

async function exportData(c: Ctx): Promise<Response> {
  if (c.req.method === "POST") await takeKeyOfForm(c);
  const { initiative, events, viewer } = await openRecord(c);
  authoriseOn(viewer, "initiative.readPersonal", resourceOf(initiative));
  if (initiative.origin !== "application") throw new Problem("initiative.notFound");
  const data: PersonalDataView = {
    ...personalDataOf(initiative, events),
    awards: await readDossierAwards(c.var.deps.store, initiative.id),
  };
  return c.body(JSON.stringify(data, null, 2), 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="du-lieu-ca-nhan-${initiative.id}.json"`,
  });
}

/** `by` is empty for an author. */
function stepOf(c: Ctx): Step {
  const { id = "", name = "" } = c.var.session?.staff ?? {};
  const { clock, random } = c.var.deps;
  return { by: { id, name }, at: clock(), request: toBase64Url(random(16)) };
}

/** Reads the access key from the form's only field, because an HTML form cannot send headers. */
async function takeKeyOfForm(c: Ctx): Promise<void> {
  const key = new URLSearchParams(await readText(c)).get("key") ?? "";
  c.set("bearer", isAccessKey(key) ? key : null);
}
