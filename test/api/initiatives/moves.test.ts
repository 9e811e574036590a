import { describe, expect, it } from "vitest";
import { verifyHistory } from "#core/initiatives/history.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import type { InitiativeView } from "../../../functions/api/initiatives/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildApplication } from "../../support/submissions.ts";
import { staff } from "../../support/units.ts";

const api = await createTestApi();
const decision = { number: "15/QĐ-UBND", signedOn: "2026-06-15" };

async function walk(
  id: string,
  steps: [Parameters<typeof api.move>[1], unknown, (typeof staff)[keyof typeof staff]][],
) {
  let view: InitiativeView | undefined;
  let version = 1;
  for (const [move, form, by] of steps) {
    const response = await api.move(id, move, version, form, { staff: by });
    expect(response.status, `${move}: ${await response.clone().text()}`).toBe(200);
    view = (await response.json()) as InitiativeView;
    version = view.version;
  }
  if (!view) throw new Error("no steps");
  return view;
}

describe("what a unit says to the council", () => {
  it("is read by the council's members, who do not read the log, and by nobody's link once it is erased", async () => {
    const { id } = await api.submitted();
    const asked = "Bổ sung số hộ áp dụng.";
    await walk(id, [
      ["accept", {}, staff.reviewer],
      ["propose", { opinion: "Thiết thực, đã áp dụng ở ba thôn." }, staff.reviewer],
      ["takeUp", {}, staff.secretary],
      ["askToComplete", { reason: asked, dueOn: "2026-12-15" }, staff.secretary],
    ]);
    const seen = (await (
      await api.ask(`/api/initiatives/${id}`, { staff: staff.member })
    ).json()) as InitiativeView;
    expect(seen.history).toEqual([]);
    expect(seen.statements.map(({ move, text }) => [move, text])).toEqual([
      ["propose", "Thiết thực, đã áp dụng ở ba thôn."],
      ["askToComplete", asked],
    ]);
  });
});

describe("a slip in a decision", () => {
  const correct = (id: string, version: number, event: number, by: (typeof staff)[keyof typeof staff]) =>
    api.ask(`/api/initiatives/${id}/decision-corrections`, {
      method: "POST",
      staff: by,
      body: {
        version,
        form: { event, decision: { ...decision, number: "51/QĐ-UBND" }, reason: "Ghi nhầm số." },
      },
    });

  it("is corrected by the council's secretary alone, and the history tells old and new", async () => {
    const { id } = await api.submitted();
    const recognised = await walk(id, [
      ["accept", {}, staff.reviewer],
      ["propose", {}, staff.reviewer],
      ["takeUp", {}, staff.secretary],
      ["recognise", { decision }, staff.secretary],
    ]);
    const [recorded] = recognised.decisions;
    if (!recorded) throw new Error("no decision is offered");
    for (const other of [staff.reviewer, staff.member, staff.administrator])
      expect((await correct(id, recognised.version, recorded.event, other)).status).toBe(403);
    expect((await correct(id, recognised.version - 1, recorded.event, staff.secretary)).status).toBe(409);
    const answer = await correct(id, recognised.version, recorded.event, staff.secretary);
    expect(answer.status).toBe(200);
    const view = (await answer.json()) as InitiativeView;
    expect(view.recognitions[0]?.decision?.number).toBe("51/QĐ-UBND");
    expect(view.history.at(-1)).toMatchObject({
      move: "correctDecision",
      reason: "Ghi nhầm số.",
      facts: { before: decision, decision: { ...decision, number: "51/QĐ-UBND" } },
    });
  });
});

describe("the road of an initiative", () => {
  it("leads from registration over acceptance and proposal to a recognition with its decision", async () => {
    const { id } = await api.submitted();
    const view = await walk(id, [
      ["accept", {}, staff.reviewer],
      ["propose", { opinion: "Đề nghị công nhận." }, staff.reviewer],
      ["takeUp", {}, staff.secretary],
      ["recognise", { decision }, staff.secretary],
    ]);
    expect(view.state).toBe("recognised");
    expect(view.recognitions).toEqual([{ level: "commune", decision, revoked: null }]);
    expect(view.number).toBeGreaterThan(0);
    expect(view.history.map(({ move }) => move)).toEqual([
      "submit",
      "accept",
      "propose",
      "takeUp",
      "recognise",
    ]);
  });

  it("keeps a history whose chain of hashes verifies, resubmission included", async () => {
    const receipt = await api.submitted();
    await walk(receipt.id, [["return", { reason: "Thiếu phần điều kiện." }, staff.reviewer]]);
    const application = buildApplication({ title: "Tên mới sau khi sửa" });
    const answer = await api.move(
      receipt.id,
      "resubmit",
      2,
      { application },
      { accessKey: receipt.accessKey },
    );
    expect(answer.status).toBe(200);
    const found = await api.store.initiatives.getWithHistory(receipt.id);
    if (found?.initiative.origin !== "application") throw new Error("not found");
    const { initiative, events } = found;
    expect(initiative.application.title).toBe("Tên mới sau khi sửa");
    const history = [{ event: initiative.first, openings: firstOpenings(initiative) }, ...events];
    expect(verifyHistory(history)).toEqual([]);
  });

  it("shows the author the reason of a return", async () => {
    const receipt = await api.submitted();
    await walk(receipt.id, [["return", { reason: "Thiếu chữ ký của đồng tác giả." }, staff.reviewer]]);
    const view = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect(view.state).toBe("returned");
    expect(view.history.at(-1)?.reason).toBe("Thiếu chữ ký của đồng tác giả.");
    expect(view.moves).toEqual(["resubmit", "withdraw"]);
  });
});

describe("a move", () => {
  it("that the life cycle does not know from here is refused", async () => {
    const { id } = await api.submitted();
    const response = await api.move(id, "propose", 1, {}, { staff: staff.reviewer });
    expect(response.status).toBe(409);
    expect((await problemOf(response)).code).toBe("move.notAllowed");
  });

  it("must carry what it must: a reason, a decision's number and a date that is not to come", async () => {
    const { id } = await api.submitted();
    const bare = await problemOf(await api.move(id, "return", 1, { reason: " " }, { staff: staff.reviewer }));
    expect(bare.errors).toEqual([expect.objectContaining({ pointer: "/reason", code: "reason.required" })]);
    await walk(id, [
      ["accept", {}, staff.reviewer],
      ["propose", {}, staff.reviewer],
    ]);
    const future = { decision: { number: "", signedOn: "2027-01-05" } };
    const first = await problemOf(await api.move(id, "recognise", 3, future, { staff: staff.secretary }));
    expect(first.errors.map(({ code }) => code)).toEqual(["decision.number.required"]);
    const numbered = { decision: { number: "1/QĐ", signedOn: "2027-01-05" } };
    const second = await problemOf(await api.move(id, "recognise", 3, numbered, { staff: staff.secretary }));
    expect(second.errors.map(({ code }) => code)).toEqual(["decision.signedOn.future"]);
  });

  it("on a version that has passed is refused, and one made twice is made once", async () => {
    const { id } = await api.submitted();
    const [a, b] = await Promise.all([
      api.move(id, "accept", 1, {}, { staff: staff.reviewer }),
      api.move(id, "refuse", 1, { reason: "Trùng lặp." }, { staff: staff.reviewer }),
    ]);
    expect([a?.status, b?.status].sort()).toEqual([200, 409]);
    const after = await api.read(id, { staff: staff.reviewer });
    expect(after.version).toBe(2);
    const again =
      after.state === "accepted"
        ? (["accept", {}] as const)
        : (["refuse", { reason: "Trùng lặp." }] as const);
    const retried = await api.move(id, again[0], 1, again[1], { staff: staff.reviewer });
    expect(retried.status).toBe(200);
    expect(((await retried.json()) as InitiativeView).version).toBe(2);
  });

  it("of many acceptances at once gives running numbers without gaps or doubles", async () => {
    const taken = (await Promise.all(Array.from({ length: 8 }, () => api.submitted()))).map(({ id }) => id);
    const before = await api.store.initiatives.nextNumber("xa-suoi-mo", 2026);
    const answers = await Promise.all(
      taken.map((id) => api.move(id, "accept", 1, {}, { staff: staff.reviewer })),
    );
    const views = (await Promise.all(answers.map((answer) => answer.json()))) as InitiativeView[];
    const numbers = views.map(({ number }) => number).sort((x, y) => Number(x) - Number(y));
    expect(numbers).toEqual(taken.map((_, i) => before + i));
  });
});

describe("personal data", () => {
  it("of birth and contact is seen by the receiving unit and the author alone", async () => {
    const receipt = await api.submitted();
    await walk(receipt.id, [
      ["accept", {}, staff.reviewer],
      ["propose", {}, staff.reviewer],
    ]);
    const contact = (view: InitiativeView) => [
      view.application?.contact.phone,
      view.application?.authors[0]?.birthDate,
    ];
    for (const given of [{ staff: staff.reviewer }, { accessKey: receipt.accessKey }])
      expect(contact(await api.read(receipt.id, given))).toEqual(["0912345678", "1984-03-08"]);
    for (const by of [staff.secretary, staff.member, staff.administrator])
      expect(contact(await api.read(receipt.id, { staff: by }))).toEqual(["", ""]);
  });
});
