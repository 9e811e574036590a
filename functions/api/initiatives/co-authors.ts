import { Hono } from "hono/tiny";
import { canonicalJson } from "#core/base/canonical.ts";
import { parseId } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import {
  activateCheck,
  answerAsCoAuthor,
  CoAuthorReply,
  type CoAuthorStatus,
  checkOf,
  coAuthorStatuses,
  coAuthorToken,
  isTokenOf,
  renewChecks,
} from "#core/initiatives/co-author.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { authorPrivacy } from "#core/initiatives/person.ts";
import { pickFor } from "#core/initiatives/personal-fields.ts";
import type { Viewer } from "#core/staff/access.ts";
import type { StoredEvent } from "../../store/initiatives/initiative-items.ts";
import { retryOnConflict } from "../../store/table.ts";
import { authoriseOn } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { openRecord, resourceOf } from "./record.ts";
import { CoAuthorLinksView, CoAuthorView } from "./views.ts";

const answerAttempts = 5;

export const coAuthors = new Hono<Env>()
  .post(
    "/:id/co-author-links",
    describe(
      "initiative.inviteCoAuthors",
      "The links by which co-authors confirm; asking again gives the same ones",
      CoAuthorLinksView,
    ),
    async (c) => c.json(await invite(c)),
  )
  .get(
    "/:id/co-authors/:author",
    describe("initiative.readAsCoAuthor", "What a co-author is asked to confirm", CoAuthorView),
    async (c) => {
      const { initiative, events, author, viewer } = await openByLink(c);
      authoriseOn(viewer, "initiative.readAsCoAuthor", resourceOf(initiative));
      return c.json(await viewForCoAuthor(c, initiative, author, standingOf(initiative, events, author)));
    },
  )
  .post(
    "/:id/co-authors/:author",
    describe("initiative.answerAsCoAuthor", "Confirm or deny being a co-author", CoAuthorView, {
      body: CoAuthorReply,
    }),
    async (c) => c.json(await answer(c)),
  );

async function invite(c: Ctx): Promise<CoAuthorLinksView> {
  const { initiative, viewer } = await openRecord(c);
  authoriseOn(viewer, "initiative.inviteCoAuthors", resourceOf(initiative));
  const accessKey = c.var.bearer;
  if (initiative.origin !== "application" || !accessKey) throw new Problem("initiative.notFound");
  const { id, application } = initiative;
  const links = application.authors
    .map((named, author) => ({ author, named, token: coAuthorToken(accessKey, id, author, named) }))
    .slice(1);
  const wanted = Object.fromEntries(links.map(({ author, named, token }) => [author, checkOf(token, named)]));
  const { coAuthorLinks } = c.var.deps.store;
  const kept = await coAuthorLinks.get(id);
  const renewed = renewChecks(kept, wanted);
  if (canonicalJson(renewed) !== canonicalJson(kept)) await coAuthorLinks.put(id, renewed);
  return {
    links: links.map(({ author, named, token }) => ({ author, fullName: named.fullName, token })),
  };
}

/** Opens the record by a co-author's link. Throws `coAuthor.linkVoid`. */
async function openByLink(c: Ctx) {
  const typed = c.req.param("id") ?? "";
  const id = parseId(typed) ?? "";
  const author = Number(c.req.param("author"));
  const { bearer, deps } = c.var;
  const [found, checks] =
    bearer && id
      ? await Promise.all([deps.store.initiatives.getWithHistory(id), deps.store.coAuthorLinks.get(id)])
      : [null, {}];
  if (!bearer || found?.initiative.origin !== "application") throw new Problem("coAuthor.linkVoid");
  const { initiative, events } = found;
  const named = initiative.application.authors[author];
  if (!named || !isTokenOf(bearer, author, checks, initiative)) throw new Problem("coAuthor.linkVoid");
  const taken = activateCheck(checks, author, bearer, named);
  if (taken !== checks) await deps.store.coAuthorLinks.put(id, taken);
  const viewer: Viewer = { kind: "coAuthor", initiative: id, author };
  return { initiative, events, author, viewer };
}

/** A repeated answer changes nothing. */
async function answer(c: Ctx): Promise<CoAuthorView> {
  const body = validate(CoAuthorReply, await readJson(c));
  return retryOnConflict(answerAttempts, async () => {
    const { initiative, events, author, viewer } = await openByLink(c);
    const role = authoriseOn(viewer, "initiative.answerAsCoAuthor", resourceOf(initiative));
    if (!body.ok) throw new Problem("note.invalid", body.errors);
    const before = standingOf(initiative, events, author);
    const { answer, word, publishName } = body.value;
    const agreed = consentOf(initiative, author) === (answer === "confirmed" ? publishName : "");
    if (before?.answer === answer && (before.word ?? "") === word && agreed)
      return viewForCoAuthor(c, initiative, author, before);
    const { store, clock, random } = c.var.deps;
    const context = { actor: { role, staff: null }, now: clock(), salt: () => random(16) };
    const noted = answerAsCoAuthor(initiative, author, body.value, context);
    await store.initiatives.save(noted, initiative);
    const standing = standingOf(noted.initiative, [...events, noted], author);
    return viewForCoAuthor(c, noted.initiative, author, standing);
  });
}

const consentOf = ({ nameConsents }: FormInitiative, author: number) =>
  nameConsents.find((consent) => consent.author === author)?.version ?? "";

const standingOf = (initiative: FormInitiative, events: StoredEvent[], author: number) =>
  coAuthorStatuses(initiative, events).find((standing) => standing.author === author) ?? null;

async function viewForCoAuthor(
  c: Ctx,
  initiative: FormInitiative,
  author: number,
  answer: CoAuthorStatus | null,
): Promise<CoAuthorView> {
  const { directory } = c.var.deps.store;
  const [units, campaign] = await Promise.all([directory.units(), directory.campaign(initiative.campaign)]);
  const { id, application, receivedAt, unit } = initiative;
  return {
    id,
    title: application.title,
    unit: units.get(unit)?.name ?? unit,
    receivedAt,
    authors: application.authors.map((each) => pickFor("coAuthors", each, authorPrivacy)),
    author,
    answer,
    publishesName: consentOf(initiative, author) !== "",
    demo: campaign?.demo ?? false,
  };
}
