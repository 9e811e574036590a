import { Hono } from "hono/tiny";
import * as v from "valibot";
import { originKinds } from "#core/activities/origin.ts";
import { walkSpread } from "#core/activities/spread.ts";
import { Problem } from "#core/base/problems.ts";
import { findWords } from "#core/base/search-key.ts";
import { titleOf } from "#core/initiatives/initiative.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readQuery, year } from "../query.ts";
import { findUnit } from "../units/named-unit.ts";
import { viewOrigin } from "./origin.ts";
import { OriginListView, SpreadView } from "./views.ts";

const kind = v.picklist(originKinds, "origin.kind.invalid");

const mostOrigins = 20;

const OriginQuery = v.object({
  kind,
  year: v.optional(year),
  q: v.optional(v.pipe(v.string(), v.maxLength(200, "field.invalid")), ""),
});

export const spread = new Hono<Env>()
  .get(
    "/",
    describe(
      "spread.read",
      "What a unit may say it replicates: recognised initiatives of a year, or models",
      OriginListView,
      {
        query: {
          unit: "The unit that applies it; others of its tree are searched",
          kind: "`initiative` or `model`",
          year: "The year of the initiatives",
          q: "Words of the title",
        },
      },
    ),
    async (c) => {
      authoriseStaff(c, "spread.read");
      const { unit, path } = await findUnit(c, c.req.query("unit"));
      const asked = readQuery(OriginQuery, c.req.query());
      const units = await c.var.deps.store.directory.units();
      const view: OriginListView = { items: [], more: false };
      for await (const each of originsOf(c, path.at(-1) ?? unit.id, asked)) {
        if (each.unit === unit.id) continue;
        if (asked.q !== "" && findWords(`${each.title} ${each.id}`, asked.q) === null) continue;
        if (view.items.length === mostOrigins) {
          view.more = true;
          break;
        }
        view.items.push(viewOrigin(units, each));
      }
      return c.json(view);
    },
  )
  .get(
    "/:kind/:id",
    describe("spread.read", "Where an initiative or a model is applied, as a tree", SpreadView),
    async (c) => {
      authoriseStaff(c, "spread.read");
      const asked = readQuery(v.object({ kind }), { kind: c.req.param("kind") });
      const id = c.req.param("id");
      const { store } = c.var.deps;
      const units = await store.directory.units();
      const origin = viewOrigin(units, { kind: asked.kind, id, ...(await readTitle(c, asked.kind, id)) });
      const { places, more } = await walkSpread({ kind: asked.kind, id }, store.activities.spread);
      const view: SpreadView = {
        origin,
        places: places.map((place) => ({ ...place, unitName: units.get(place.unit)?.name ?? place.unit })),
        more,
      };
      return c.json(view);
    },
  );

/** Throws `<kind>.notFound`, also for a never recognised initiative. */
async function readTitle(c: Ctx, of: (typeof originKinds)[number], id: string) {
  const { store } = c.var.deps;
  if (of === "model") {
    const model = await store.activities.get("model", id);
    if (!model) throw new Problem("model.notFound");
    return { title: model.name, unit: model.unit };
  }
  const initiative = await store.initiatives.get(id);
  if (!initiative || initiative.recognitions.length === 0) throw new Problem("initiative.notFound");
  return { title: titleOf(initiative), unit: initiative.unit };
}

async function* originsOf(c: Ctx, root: string, asked: v.InferOutput<typeof OriginQuery>) {
  const { store, clock } = c.var.deps;
  if (asked.kind === "initiative") {
    const ofYear = asked.year ?? Number(clock().slice(0, 4));
    for await (const { id, title, unit } of store.initiatives.recognised(root, ofYear))
      yield { kind: asked.kind, id, title, unit };
    return;
  }
  for await (const model of store.activities.list("model", { path: [root], below: true, year: 0 }))
    if (!model.withdrawn) yield { kind: asked.kind, id: model.id, title: model.name, unit: model.unit };
}
