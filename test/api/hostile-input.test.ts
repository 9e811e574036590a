import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { SchemaNode } from "#core/base/body-size.ts";
import { validate } from "#core/base/validation.ts";
import { wordsEn, wordsVi } from "../../functions/api/words.ts";
import { createTestApi, problemOf } from "../support/api.ts";
import { leavesOf, type Place, routesWithBodies, smallBody, withPart } from "../support/bodies.ts";
import { buildBody, buildInitiative, buildTransition, drawIdempotencyKey } from "../support/submissions.ts";
import { commune, communeCouncil, endedDistrict, neighbour, province, staff } from "../support/units.ts";

const api = await createTestApi();
const routes = routesWithBodies(api.app);

const pointerOf = (place: Place) => place.map((part) => `/${part}`).join("");
const leafName = (place: Place) => String(place.findLast((part) => typeof part === "string"));
const isText = ({ pipe = [] }: SchemaNode) => JSON.stringify(pipe).includes('"transform"');

/** What people and programs send for a number, and what no number of ours can be. */
const numbers: unknown[] = [
  "1.900",
  "1,9",
  "hơn 100",
  "NaN",
  "Infinity",
  "",
  null,
  true,
  [],
  2 ** 53,
  -1,
  1e300,
  1e-300,
];
const numberFields = routes.flatMap(({ method, path, schema }) =>
  leavesOf(schema)
    .filter(({ node }) => node.type === "number")
    .map(({ place }) => [`${method} ${path}`, pointerOf(place), place, schema] as const),
);

/** Takes the branch that a place lies in, where several forms share it. */
function errorsAt(schema: v.GenericSchema, place: Place, value: unknown) {
  const read = validate(schema, withPart(smallBody(schema), place, value));
  return read.ok ? [] : read.errors;
}

describe("a number field", () => {
  it("is found in every kind of body", () => {
    expect(new Set(numberFields.map(([route]) => route)).size).toBeGreaterThan(12);
  });

  it.each(numberFields)(
    "of %s at %s takes no number that is none, and says so in words",
    (_, pointer, place, schema) => {
      for (const value of numbers) {
        const leaf = leavesOf(schema).find((each) => pointerOf(each.place) === pointer)?.node;
        const alone = v.safeParse(leaf as unknown as v.GenericSchema, value);
        expect(alone.success, String(value)).toBe(false);
        const body = withPart(smallBody(schema), place, value);
        expect(v.safeParse(schema, body).success && value !== null, String(value)).toBe(false);
        for (const { code } of errorsAt(schema, place, value)) {
          expect(wordsVi).toHaveProperty([code]);
          expect(wordsEn).toHaveProperty([code]);
        }
      }
    },
  );
});

/** Ids of others, of what has ended, of nothing, and texts that are no ids. */
const ids = [
  neighbour.id,
  endedDistrict.id,
  "khong-co-that",
  "#",
  "a#b",
  "",
  "x".repeat(3_000),
  "__proto__",
  "..",
  "a/b",
];
const malformed = ["#", "a#b", "", "x".repeat(3_000), "a/b", "a b", "ế"];

/** Texts of a known form that name no record: days, phone numbers, what is encrypted, and warnings, which name what they are about. */
const noIds = /^(from|to|on|.*On|until|off|worked|phone|ciphertext|warning)$/;

describe("an id in a body", () => {
  const fields = routes.flatMap(({ method, path, schema }) =>
    leavesOf(schema)
      .filter(({ node, place }) => node.type === "string" && !isText(node) && !noIds.test(leafName(place)))
      .map(({ place, node }) => [`${method} ${path}`, pointerOf(place), node] as const),
  );

  it("is found in every kind of body", () => {
    expect(new Set(fields.map(([route]) => route)).size).toBeGreaterThan(12);
  });

  it.each(fields)("of %s at %s is of letters and digits, and short", (_, __, node) => {
    for (const value of [...malformed, 7, null, {}]) {
      const read = v.safeParse(node as unknown as v.GenericSchema, value);
      expect(read.success, JSON.stringify(value)).toBe(false);
    }
  });
});

/** The routes with ids in their path, each part replaced in turn. */
const paths = api.app.routes
  .filter(({ method, path }) => method !== "ALL" && path.includes(":"))
  .map(({ method, path }) => [method, path] as const);
const unitPath = "/api/units/:unit";
const goodParts: Record<string, string> = {
  unit: commune.id,
  year: "2026",
  from: "2026",
  to: "2026",
  edition: "1",
  author: "1",
  campaign: "dot-2026",
};

describe.each(paths)("%s %s", (method, path) => {
  it("answers 4xx for ids that are none, to whoever is signed in", async () => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => String(name));
    for (const bent of names)
      for (const id of ids.filter((each) => each !== "" && each !== "..")) {
        const address = path.replaceAll(/:(\w+)/g, (_, name: string) =>
          encodeURIComponent(name === bent ? id : (goodParts[name] ?? commune.id)),
        );
        const response = await api.ask(address, {
          method,
          staff: staff.secretary,
          ...(method === "GET" ? {} : { body: {} }),
        });
        const told = `${address.slice(0, 90)} ${response.status}`;
        expect(response.status, told).toBeLessThan(500);
        // All staff may read what a unit is called; a unit that has ended is read by those who took over.
        if (response.ok) expect([path, id], told).toEqual([path, path === unitPath ? id : endedDistrict.id]);
        else expect((await problemOf(response)).title.length, told).toBeGreaterThan(10);
      }
  });
});

it("a submission to a unit or campaign that is not there is refused at its field", async () => {
  for (const unit of ids.filter((each) => each !== neighbour.id)) {
    const { code, errors } = await problemOf(await api.submit(buildBody({ unit }), drawIdempotencyKey()));
    expect([code, errors[0]?.pointer], unit).toEqual(["application.invalid", "/unit"]);
  }
  for (const campaign of ids) {
    const { errors } = await problemOf(await api.submit(buildBody({ campaign }), drawIdempotencyKey()));
    expect(errors[0]?.pointer, campaign).toBe("/campaign");
  }
});

const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", async () => {
  for (let n = 0; n < 52; n++) await api.store.initiatives.create(buildInitiative());
  const lists = {
    inbox: `/api/units/${commune.id}/inbox?state=registered`,
    register: `/api/units/${commune.id}/register/2026?`,
    queue: `/api/councils/${communeCouncil.id}/queue/2026?state=proposed`,
    library: `/api/library?province=${province.id}&year=2026`,
  };
  const read = (list: string, cursor: string) =>
    api.ask(`${list}&cursor=${encodeURIComponent(cursor)}`, {
      staff: list.includes("/councils/") ? staff.secretary : staff.reviewer,
    });
  const page = await (await read(lists.inbox, "")).json().catch(() => ({}));
  const first = (await (await api.ask(lists.inbox, { staff: staff.reviewer })).json()) as { cursor: string };

  it("is given out where a list goes on", () => {
    expect(page).toBeDefined();
    expect(first.cursor).toMatch(/^[\w-]+$/);
  });

  it.each(Object.entries(lists))("of %s that this list has not given out is refused", async (name, list) => {
    const place = JSON.parse(Buffer.from(first.cursor, "base64url").toString()) as string[];
    const bent = [
      write(["", "", ""]),
      write(["", "", "", ""]),
      write([place[0], "", "INI", "x"]),
      write(place.slice(1)),
      write([...place, "x"]),
      write([place[0], 1, 2, 3]),
      write({ pk: "INI#1" }),
      write([place[0], "UNIT", "UNIT", "x".repeat(1_100)]),
      write(["other", ...place.slice(1)]),
      `${first.cursor}=`,
      "không",
      "%",
      "A".repeat(10_000),
      ...(name === "inbox" ? [] : [first.cursor]),
    ];
    for (const cursor of bent) {
      const response = await read(list, cursor);
      expect(response.status, cursor.slice(0, 60)).toBe(422);
      const { code, errors } = await problemOf(response);
      expect([code, errors[0]?.pointer, errors[0]?.code]).toEqual([
        "query.invalid",
        "/cursor",
        "cursor.invalid",
      ]);
    }
  });

  it("of the inbox is refused by a neighbour's inbox, though its reader may read that", async () => {
    const list = `/api/units/${neighbour.id}/inbox?state=registered&cursor=${first.cursor}`;
    const response = await api.ask(list, { staff: staff.neighbourReviewer });
    expect((await problemOf(response)).errors[0]?.code).toBe("cursor.invalid");
  });
});

it("a version that no longer counts exactly is refused, by a draft and by a move", async () => {
  const draft = await api.ask(`/api/drafts/${"d".repeat(22)}`, {
    method: "PUT",
    accessKey: drawIdempotencyKey(),
    body: { ciphertext: "AAAA", iv: "i".repeat(16), version: Number.MAX_SAFE_INTEGER },
  });
  expect((await problemOf(draft)).errors[0]).toMatchObject({ pointer: "/version", code: "version.invalid" });
  const kept = buildInitiative();
  await api.store.initiatives.create(kept);
  await api.store.initiatives.save(buildTransition(kept, "accept"), kept);
  const move = await api.move(kept.id, "propose", 2 ** 53, { opinion: "" }, { staff: staff.reviewer });
  expect((await problemOf(move)).errors[0]?.code).toBe("version.invalid");
});
