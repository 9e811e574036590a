import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { ModelForm } from "#core/activities/model.ts";
import { makeUploadId, uploadIdBytes } from "#core/initiatives/attachment.ts";
import type { Staff } from "#core/staff/staff.ts";
import type {
  ActivityListView,
  ActivityView,
  ModelListView,
  ModelView,
  OriginListView,
  ReplicationView,
  SpreadView,
} from "../../../functions/api/activities/views.ts";
import {
  activityForm,
  buildActivity,
  drawRecordId,
  keepActivity,
  modelForm,
  replicationForm,
} from "../../support/activities.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import {
  commune,
  endedDistrict,
  neighbour,
  province,
  staff,
  testNow,
  womensUnion,
} from "../../support/units.ts";

const api = await createTestApi();
const { reviewer, neighbourReviewer, administrator } = staff;

const post = (path: string, body: object, by: Staff) => api.ask(path, { method: "POST", body, staff: by });
const enter = (kind: string, form: object, by: Staff, unit = commune.id, id = drawRecordId()) =>
  post(`/api/${kind}`, { id, unit, form }, by);
const change = (path: string, version: number, form: object, by: Staff, more: object = {}) =>
  api.ask(path, { method: "PUT", body: { version, withdrawn: false, why: "", form, ...more }, staff: by });
async function read<T>(response: Response): Promise<T> {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as T;
}
const refusalOf = async (response: Response) => {
  const { code, errors } = await problemOf(response);
  return [response.status, code, ...errors.map(({ pointer, code: rule }) => `${pointer} ${rule}`)];
};

/** A recognised initiative of the neighbour, and one that is only registered. */
let recognised: string;
let registered: string;
beforeAll(async () => {
  const keep = async (moves: ("accept" | "propose" | "recognise")[]) => {
    let initiative = buildInitiative({ unit: neighbour.id });
    await api.store.initiatives.create(initiative);
    for (const move of moves) {
      const number = await api.store.initiatives.nextNumber(initiative.unit, initiative.year);
      const transition = buildTransition(initiative, move, number);
      await api.store.initiatives.save(transition, initiative);
      initiative = transition.initiative;
    }
    return initiative.id;
  };
  recognised = await keep(["accept", "propose", "recognise"]);
  registered = await keep([]);
});

describe("an activity", () => {
  it("is entered once, corrected, taken off the list with a reason, and listed by year", async () => {
    const id = drawRecordId();
    const first = await read<ActivityView>(
      await enter("activities", activityForm(), reviewer, commune.id, id),
    );
    expect(first.record).toMatchObject({ version: 1, year: 2026, path: [commune.id, province.id] });
    const again = await read<ActivityView>(
      await enter("activities", activityForm(), reviewer, commune.id, id),
    );
    expect(again).toEqual(first);
    const other = await enter("activities", activityForm({ title: "Khác" }), reviewer, commune.id, id);
    expect(await refusalOf(other)).toEqual([409, "activity.taken"]);
    const path = `/api/activities/${id}`;
    const form = activityForm({ participants: 45 });
    const second = await read<ActivityView>(await change(path, 1, form, reviewer));
    expect(second.log.map(({ action }) => action)).toEqual(["change", "enter"]);
    expect(await read(await change(path, 1, form, reviewer))).toEqual(second);
    expect(await refusalOf(await change(path, 1, activityForm(), reviewer))).toEqual([
      409,
      "version.conflict",
    ]);
    expect(await refusalOf(await change(path, 2, form, reviewer, { withdrawn: true }))).toEqual([
      422,
      "activity.invalid",
      "/why record.why.required",
    ]);
    await read(await change(path, 2, form, reviewer, { withdrawn: true, why: "Nhập trùng" }));
    const list = await read<ActivityListView>(
      await api.ask(`/api/activities?unit=${commune.id}&year=2026`, { staff: reviewer }),
    );
    expect(list.items).toMatchObject([{ id, withdrawn: true, participants: 45, unitName: commune.name }]);
  });

  it("of a unit below is listed above, and nowhere beside it", async () => {
    const { id } = await keepActivity(api.store, buildActivity({ title: "Của hội" }, womensUnion.id));
    const listed = async (unit: string, by: Staff) =>
      (
        await read<ActivityListView>(
          await api.ask(`/api/activities?unit=${unit}&year=2026&below=1`, { staff: by }),
        )
      ).items.map((each) => each.id);
    expect(await listed(commune.id, reviewer)).toContain(id);
    expect(await listed(province.id, administrator)).toContain(id);
    expect(await listed(neighbour.id, neighbourReviewer)).not.toContain(id);
  });

  it("of an ended unit is entered by whoever took over, in its time", async () => {
    const then = activityForm({ from: "2025-05-01", to: "2025-05-01" });
    await read(await enter("activities", then, neighbourReviewer, endedDistrict.id));
    expect(await refusalOf(await enter("activities", activityForm(), reviewer, endedDistrict.id))).toEqual([
      422,
      "activity.invalid",
      "/from record.unit.ended",
      "/to record.unit.ended",
    ]);
  });

  it("keeps its evidence for itself", async () => {
    const file = {
      id: makeUploadId(testNow, "dossier", randomBytes(uploadIdBytes)),
      name: "anh.png",
      type: "image/png",
      size: 9,
    } as const;
    const form = activityForm({ evidence: [file] });
    const { record } = await read<ActivityView>(await enter("activities", form, reviewer));
    expect(await refusalOf(await enter("activities", form, reviewer))).toEqual([
      422,
      "activity.invalid",
      "/evidence/0 attachment.taken",
    ]);
    expect(
      await refusalOf(await api.ask(`/api/activities/${record.id}/evidence/${file.id}`, { staff: reviewer })),
    ).toEqual([404, "upload.notFound"]);
    await api.store.uploads.settle(file.id, { state: "clean", type: file.type, size: file.size });
    const link = await api.ask(`/api/activities/${record.id}/evidence/${file.id}`, { staff: reviewer });
    expect(link.status).toBe(302);
    const imported = { ...file, id: makeUploadId(testNow, "import", randomBytes(uploadIdBytes)) };
    const wrong = await enter("activities", activityForm({ evidence: [imported] }), reviewer);
    expect(await refusalOf(wrong)).toContain("/evidence/0/id attachment.wrongPurpose");
  });
});

describe("a model", () => {
  const enterModel = async (changes: Partial<ModelForm>, by: Staff, unit: string) =>
    (await read<ModelView>(await enter("models", modelForm(changes), by, unit))).record;

  it("is replicated from another, never from itself or in a cycle", async () => {
    const first = await enterModel({ name: "Gốc" }, reviewer, commune.id);
    const from = { kind: "model", id: first.id } as const;
    const second = await enterModel(
      { name: "Bản sao", replicatedFrom: from },
      neighbourReviewer,
      neighbour.id,
    );
    const third = await enterModel(
      { name: "Bản sao của bản sao", replicatedFrom: { kind: "model", id: second.id } },
      reviewer,
      womensUnion.id,
    );
    const path = `/api/models/${first.id}`;
    const from2 = modelForm({ name: "Gốc", replicatedFrom: { kind: "model", id: third.id } });
    expect(await refusalOf(await change(path, 1, from2, reviewer))).toEqual([
      422,
      "model.invalid",
      "/replicatedFrom/id origin.cycle",
    ]);
    const own = modelForm({ name: "Gốc", replicatedFrom: from });
    expect(await refusalOf(await change(path, 1, own, reviewer))).toEqual([
      422,
      "model.invalid",
      "/replicatedFrom/id origin.itself",
    ]);
    const { places } = await read<SpreadView>(
      await api.ask(`/api/spread/model/${first.id}`, { staff: neighbourReviewer }),
    );
    expect(places.map(({ id, depth, unitName }) => [id, depth, unitName])).toEqual([
      [second.id, 1, neighbour.name],
      [third.id, 2, womensUnion.name],
    ]);
  });

  it("of two that are made each other's origin at once, one is", async () => {
    const [one, two] = await Promise.all([
      enterModel({ name: "Một" }, reviewer, commune.id),
      enterModel({ name: "Hai" }, reviewer, womensUnion.id),
    ]);
    const link = (of: { id: string; name: string }, to: string) =>
      change(
        `/api/models/${of.id}`,
        1,
        modelForm({ name: of.name, replicatedFrom: { kind: "model", id: to } }),
        reviewer,
      );
    const statuses = (await Promise.all([link(one, two.id), link(two, one.id)])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it("has a check a year", async () => {
    const model = await enterModel({ name: "Kiểm tra" }, reviewer, commune.id);
    const path = `/api/models/${model.id}/checks`;
    const form = { year: 2025, on: "2025-12-20", by: "Ông Lê Văn B", maintained: true, note: "" };
    const checked = await read<ModelView>(await post(path, { version: 1, form }, reviewer));
    expect([checked.state, checked.record.checks]).toEqual(["maintained", [form]]);
    expect(await read(await post(path, { version: 1, form }, reviewer))).toEqual(checked);
    const corrected = { ...form, by: "Mặt trận xã", maintained: false };
    expect(await refusalOf(await post(path, { version: 1, form: corrected }, reviewer))).toEqual([
      409,
      "version.conflict",
    ]);
    const after = await read<ModelView>(await post(path, { version: 2, form: corrected }, reviewer));
    expect([after.state, after.record.checks.length]).toEqual(["launched", 1]);
    expect(JSON.stringify(after.log)).not.toContain("Lê Văn B");
    const { items } = await read<ModelListView>(
      await api.ask(`/api/models?unit=${commune.id}`, { staff: reviewer }),
    );
    expect(items.find(({ id }) => id === model.id)?.checks).toEqual([{ year: 2025, maintained: false }]);
  });
});

describe("a replication", () => {
  it("is reported, confirmed by the administrator above, and answered for a year later", async () => {
    const found = await read<OriginListView>(
      await api.ask(`/api/spread?unit=${commune.id}&kind=initiative&year=2026`, { staff: reviewer }),
    );
    expect(found.items.map(({ id }) => id)).toEqual([recognised]);
    const form = replicationForm({ kind: "initiative", id: recognised });
    const reported = await read<ReplicationView>(await enter("replications", form, reviewer));
    expect(reported).toMatchObject({ state: "reported", dueOn: null, confirms: false, writes: true });
    const path = `/api/replications/${reported.record.id}`;
    expect((await post(`${path}/confirmation`, { version: 1 }, reviewer)).status).toBe(403);
    const confirmed = await read<ReplicationView>(
      await post(`${path}/confirmation`, { version: 1 }, administrator),
    );
    expect(confirmed).toMatchObject({ state: "confirmed", dueOn: "2027-06-15", confirms: true });
    expect(await read(await post(`${path}/confirmation`, { version: 1 }, administrator))).toEqual(confirmed);
    const answer = { applied: true, on: "2026-06-15", note: "Vẫn làm" };
    const applied = await read<ReplicationView>(
      await post(`${path}/answers`, { version: 2, form: answer }, reviewer),
    );
    expect(applied).toMatchObject({ state: "applied", dueOn: "2027-06-15" });
    expect(await read(await post(`${path}/answers`, { version: 2, form: answer }, reviewer))).toEqual(
      applied,
    );
    const ended = await read<ReplicationView>(
      await post(`${path}/answers`, { version: 3, form: { ...answer, applied: false } }, reviewer),
    );
    expect(ended).toMatchObject({ state: "ended", dueOn: null });
    expect(await refusalOf(await post(`${path}/answers`, { version: 4, form: answer }, reviewer))).toEqual([
      409,
      "replication.moveNotAllowed",
    ]);
    const { places, origin } = await read<SpreadView>(
      await api.ask(`/api/spread/initiative/${recognised}`, { staff: neighbourReviewer }),
    );
    expect(origin.unit.id).toBe(neighbour.id);
    expect(places).toMatchObject([{ unit: commune.id, state: "ended", confirmed: true }]);
  });

  it("is of a recognised initiative of another unit", async () => {
    const of = (id: string, by: Staff, unit: string) =>
      enter("replications", replicationForm({ kind: "initiative", id }), by, unit);
    expect(await refusalOf(await of(registered, reviewer, commune.id))).toEqual([
      422,
      "replication.invalid",
      "/of/id origin.unusable",
    ]);
    expect(await refusalOf(await of(recognised, neighbourReviewer, neighbour.id))).toEqual([
      422,
      "replication.invalid",
      "/of/id replication.unit.own",
    ]);
    const title = await api.ask(`/api/spread/initiative/${registered}`, { staff: reviewer });
    expect(await refusalOf(title)).toEqual([404, "initiative.notFound"]);
  });
});
