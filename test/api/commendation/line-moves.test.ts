import { expect, it } from "vitest";
import type {
  AwardsView,
  CommendationLinesView,
  CommendationLinesWrittenView,
} from "../../../functions/api/commendation/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { drawRequest, keepCommendation, lineForm } from "../../support/commendations.ts";
import { commune, staff } from "../../support/units.ts";

const api = await createTestApi();
const base = "/api/commendations";
const issued = { number: "15/QĐ-UBND", signedOn: "2026-06-01" };
const form = { ground: "forgedPapers", reason: "Kết luận", on: "2026-06-10", moneyToRecover: 700_000 };

const read = async <T>(path: string): Promise<T> =>
  (await (await api.ask(`${base}${path}`, { staff: staff.administrator })).json()) as T;
const move = (path: string, body: object, by = staff.administrator) =>
  api.ask(`${base}${path}`, { method: "POST", body, staff: by });
const awardsOf = async (name: string) => {
  const asked = `/awards?unit=${commune.id}&name=${encodeURIComponent(name)}`;
  return (await read<AwardsView>(asked)).groups.flatMap(({ awards }) => awards);
};

it("one award is cancelled once; its retry gets the same answer, the list of awards says so", async () => {
  const lines = [lineForm({ name: "Lò Văn Một" }), lineForm({ name: "Lò Văn Hai" })];
  const { id, version } = await keepCommendation(api.store, { lines, issued });
  const body = { version, request: drawRequest(), line: 2, form };
  const first = await move(`/${id}/lines/cancellation`, body);
  const written = (await first.json()) as CommendationLinesWrittenView;
  expect(written).toMatchObject({ count: 1, lines: [2], decision: { state: "issued" } });
  expect(written.decision.cancelledLines).toMatchObject({ count: 1, moneyToRecover: 700_000 });
  expect(await (await move(`/${id}/lines/cancellation`, body)).json()).toEqual(written);
  const again = { ...body, version: version + 1, request: drawRequest() };
  expect((await problemOf(await move(`/${id}/lines/cancellation`, again))).errors).toMatchObject([
    { code: "commendation.line.cancelled" },
  ]);
  const shown = await read<CommendationLinesView>(`/${id}/lines`);
  expect(shown.lines.map(({ cancellation }) => cancellation?.ground ?? null)).toEqual([null, "forgedPapers"]);
  expect((await awardsOf("lo van hai")).map(({ cancelled }) => cancelled)).toEqual([true]);
  expect((await awardsOf("lo van mot")).map(({ cancelled }) => cancelled)).toEqual([false]);
});

it("a corrected name is found under its new name alone, and needs a reason", async () => {
  const { id, version } = await keepCommendation(api.store, {
    lines: [lineForm({ name: "Vừ A Sai" })],
    issued,
  });
  const { birthYear, sex, position, workplace, achievement, note } = lineForm();
  const correction = { name: "Vừ A Đúng", birthYear, sex, position, workplace, achievement, note };
  const body = { version, request: drawRequest(), line: 1 };
  const without = await move(`/${id}/lines/corrections`, { ...body, form: { ...correction, reason: "" } });
  expect((await problemOf(without)).errors).toMatchObject([{ pointer: "/form/reason" }]);
  const corrected = await move(`/${id}/lines/corrections`, {
    ...body,
    form: { ...correction, reason: "Ghi sai" },
  });
  expect(corrected.status).toBe(200);
  expect(await awardsOf("vu a sai")).toEqual([]);
  expect(await awardsOf("vu a dung")).toHaveLength(1);
  const refused = await move(`/${id}/lines/corrections`, { ...body, form: correction }, staff.reviewer);
  expect(refused.status).toBe(403);
});
