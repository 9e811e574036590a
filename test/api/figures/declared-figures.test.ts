import { beforeEach, describe, expect, it } from "vitest";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { keyOfLabel } from "#core/figures/declared-figure.ts";
import type { DocumentsView } from "../../../functions/api/campaigns/views.ts";
import type { DeclaredFiguresView, FiguresView, RolledUpView } from "../../../functions/api/figures/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { declaredForm } from "../../support/declared.ts";
import { commune, endedDistrict, neighbour, province, staff } from "../../support/units.ts";

let api: Awaited<ReturnType<typeof createTestApi>>;
beforeEach(async () => {
  api = await createTestApi();
});

const put = (changes: Parameters<typeof declaredForm>[0], version = 0, id?: string) => {
  const form = declaredForm(changes);
  const place = id ?? [form.key ?? "own", form.from, form.to].join("~");
  return api.ask(`/api/figures/${commune.id}/declared/${encodeURIComponent(place)}`, {
    method: "PUT",
    body: { version, form },
    staff: staff.reviewer,
  });
};
const viewOf = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as DeclaredFiguresView;
};
const dashboard = async () =>
  (await (await api.ask(`/api/figures/${commune.id}/2019`, { staff: staff.reviewer })).json()) as FiguresView;

describe("rolled-up figures", () => {
  it("sum what communes declared, for those who answer for the superior, and name who has not reported", async () => {
    await viewOf(await put({ key: "models.built", value: 5 }));
    const ask = (year: string, who: (typeof staff)[keyof typeof staff]) =>
      api.ask(`/api/figures/${province.id}/rolled-up?year=${year}`, { staff: who });
    const answer = await ask("2019", staff.administrator);
    expect(answer.status).toBe(200);
    const view = (await answer.json()) as RolledUpView;
    expect(view.figures).toMatchObject([
      { key: "models.built", value: 5, reported: [{ id: commune.id }], missing: [{ id: neighbour.id }] },
    ]);
    expect((await (await ask("2018", staff.administrator)).json()) as RolledUpView).toMatchObject({
      figures: [],
    });
    expect((await ask("19", staff.administrator)).status).toBe(422);
    expect((await ask("2019", staff.reviewer)).status).toBe(403);
  });
});

describe("a declared figure", () => {
  it("is entered, corrected and taken back; the dashboard shows what stands, the history all", async () => {
    await viewOf(await put({ key: "models.built", qualifier: "moreThan" }));
    expect((await dashboard()).declared).toMatchObject([{ value: 5, qualifier: "moreThan" }]);
    await viewOf(await put({ key: "models.built", value: 7, why: "đếm sót" }, 1));
    const view = await viewOf(
      await put({ key: "models.built", value: 7, withdrawn: true, why: "nhầm xã" }, 2),
    );
    expect((await dashboard()).declared).toEqual([]);
    const [figure] = view.declared;
    expect(figure).toMatchObject({ withdrawn: true, version: 3, declaredBy: { name: staff.reviewer.name } });
    expect(figure?.earlier?.map(({ value, why, until }) => [value, why, until?.name])).toEqual([
      [5, "đếm sót", staff.reviewer.name],
      [7, "nhầm xã", staff.reviewer.name],
    ]);
  });

  it("can be corrected as long as somebody has a reason, with every word of the history kept", async () => {
    const longest = { label: "ế".repeat(300), note: "ế".repeat(1_000), why: "ế".repeat(500) };
    const corrections = 90;
    await viewOf(await put({ key: "models.built", ...longest }));
    for (let n = 1; n <= corrections; n++)
      expect((await put({ key: "models.built", value: n + 10, ...longest }, n)).status).toBe(200);
    const view = await viewOf(await put({ key: "models.built", value: 1, ...longest }, corrections + 1));
    expect(view.declared[0]?.earlier).toHaveLength(corrections + 1);
    expect(Buffer.byteLength(JSON.stringify(view.declared[0]))).toBeGreaterThan(400 * 1024);
    expect(view.declared[0]?.earlier?.map(({ value }) => value).slice(0, 3)).toEqual([5, 11, 12]);
  });

  it("keeps the corrections to those who enter figures", async () => {
    await viewOf(await put({ key: "models.built" }));
    await viewOf(await put({ key: "models.built", value: 7, why: "đếm sót" }, 1));
    expect(Object.keys((await dashboard()).declared[0] ?? {})).not.toContain("earlier");
  });

  it("with a label of its own gets a key of the label, and stands apart by period", async () => {
    const label = "Số tiền làm lợi";
    await viewOf(
      await put({ label, value: 105, qualifier: "moreThan", measure: "tỷ đồng", from: "2016", to: "2020" }),
    );
    const view = await viewOf(
      await put({ label, value: 3, measure: "tỷ đồng", from: "2021-01-01", to: "2021-06-30" }),
    );
    expect(view.declared.map(({ key, to }) => [key, to])).toEqual([
      [keyOfLabel(label, "tỷ đồng"), "2020"],
      [keyOfLabel(label, "tỷ đồng"), "2021-06-30"],
    ]);
  });

  it("that two people enter is the first one's, and a repeated request changes nothing", async () => {
    await viewOf(await put({ key: "models.built" }));
    await viewOf(await put({ key: "models.built" }));
    expect((await problemOf(await put({ key: "models.built", value: 9, why: "khác" }))).code).toBe(
      "version.conflict",
    );
    const both = await Promise.all(
      [8, 9].map((value) => put({ key: "models.built", value, why: "khác" }, 1)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("is refused under another's place, with a fault, and by whoever answers for another unit", async () => {
    expect((await put({ key: "models.built" }, 0, "models.built~2020~2020")).status).toBe(404);
    expect((await problemOf(await put({ key: "models.built", value: -1 }))).errors[0]?.pointer).toBe(
      "/value",
    );
    const other = await api.ask(`/api/figures/${commune.id}/declared`, { staff: staff.neighbourReviewer });
    expect(other.status).toBe(403);
  });
});

it("of a unit that has ended is corrected by those who answer for its successors", async () => {
  const path = `/api/figures/${endedDistrict.id}/declared`;
  for (const by of [staff.reviewer, staff.administrator])
    expect((await api.ask(path, { staff: by })).status).toBe(200);
  expect((await api.ask(path, { staff: staff.secretary })).status).toBe(403);
});

describe("a cited document", () => {
  const document = {
    unit: commune.id,
    type: "Công văn",
    symbol: "12/MTTQ-BTT",
    issuedOn: "2026-01-05",
    issuer: "Ban Thường trực",
    subject: "Về phong trào",
    cites: [],
  };
  const add = (changes: object = {}) =>
    api.ask("/api/documents", { method: "POST", body: { ...document, ...changes }, staff: staff.reviewer });

  it("is of its unit, under an id that nobody chooses, once however often it is sent", async () => {
    const [first, second, other] = await Promise.all(
      [await add(), await add(), await add({ subject: "Khác" })].map(
        async (response) => (await response.json()) as CitedDocument,
      ),
    );
    expect(first).toEqual({ ...document, id: expect.stringMatching(/^vb-[0-9a-f]{32}$/) });
    expect(second).toEqual(first);
    expect(other?.id).not.toBe(first?.id);
    for (const refused of [{ id: "cv-12-2026" }, { id: first?.id }])
      expect((await add(refused)).status, JSON.stringify(refused)).toBe(422);
    for (const unit of [neighbour.id, province.id, "khong-co", 7])
      expect((await add({ unit, type: "" })).status, String(unit)).toBe(403);
    expect((await problemOf(await add({ cites: ["khong-co"] }))).errors[0]?.pointer).toBe("/cites/0");
    const { documents } = (await (
      await api.ask("/api/documents", { staff: staff.reviewer })
    ).json()) as DocumentsView;
    expect(documents).toHaveLength(2);
    expect(documents).toContainEqual(first);
    await viewOf(await put({ key: "models.built", document: first?.id ?? "" }));
  });
});
