import { describe, expect, it } from "vitest";
import type { Move } from "#core/initiatives/lifecycle.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { InitiativeView } from "../../functions/api/initiatives/views.ts";
import { type Ask, createTestApi, problemOf } from "../support/api.ts";
import { buildApplication, buildBody } from "../support/submissions.ts";
import { buildCampaign, freezeUnits, staff } from "../support/units.ts";

const api = await createTestApi();
const apart = buildCampaign({ id: "dot-tach", merged: false });
await api.store.directory.putCampaign(apart);
await Promise.all(freezeUnits().map((unit) => api.store.directory.putCampaignUnit(apart.id, unit)));

const bare = buildApplication({ benefitsByAuthor: "", benefitsByUsers: "" });
const benefitsByAuthor = "Sau ba tháng, lượng rác phải chở đi giảm 35%.";

async function make(id: string, move: Move, form: unknown, by: Ask): Promise<InitiativeView> {
  const { version } = await api.read(id, { staff: staff.reviewer });
  const response = await api.move(id, move, version, form, by);
  expect(response.status, `${move}: ${await response.clone().text()}`).toBe(200);
  return (await response.json()) as InitiativeView;
}
const reviewer = { staff: staff.reviewer };

describe("in a campaign that asks for the result apart", () => {
  it("an initiative is registered without one, accepted, reported, and proposed only then", async () => {
    const receipt = await api.submitted(buildBody({ campaign: apart.id, application: bare }));
    const accepted = await make(receipt.id, "accept", {}, reviewer);
    expect(accepted.asksResult).toBe(false);
    expect(accepted.moves).toEqual(["report", "return", "refuse", "withdraw"]);
    const early = await api.move(receipt.id, "propose", 2, {}, reviewer);
    expect((await problemOf(early)).code).toBe("move.notAllowed");
    const reported = await make(receipt.id, "report", { benefitsByAuthor }, { accessKey: receipt.accessKey });
    expect(reported).toMatchObject({
      state: "reported",
      asksResult: true,
      application: { benefitsByAuthor },
    });
    expect((await make(receipt.id, "propose", {}, reviewer)).state).toBe("proposed");
  });

  it("the unit reports for people who came with paper", async () => {
    const body = buildBody({ campaign: apart.id, channel: "paper", application: bare });
    const response = await api.submit(body, undefined, reviewer);
    const { id } = (await response.json()) as Receipt;
    await make(id, "accept", {}, reviewer);
    expect((await make(id, "report", { benefitsByAuthor }, reviewer)).state).toBe("reported");
  });

  it("one returned before it had a result is sent again without, and after it only with it", async () => {
    const { id, accessKey } = await api.submitted(buildBody({ campaign: apart.id, application: bare }));
    const author = { accessKey };
    await make(id, "return", { reason: "Thiếu điều kiện." }, reviewer);
    expect((await make(id, "resubmit", { application: bare }, author)).state).toBe("registered");
    await make(id, "accept", {}, reviewer);
    await make(id, "report", { benefitsByAuthor }, author);
    const { version } = await make(id, "return", { reason: "Số liệu chưa rõ." }, reviewer);
    const without = await problemOf(await api.move(id, "resubmit", version, { application: bare }, author));
    expect(without.errors).toEqual([
      expect.objectContaining({
        pointer: "/application/benefitsByAuthor",
        code: "benefitsByAuthor.required",
      }),
    ]);
    const told = { ...bare, benefitsByAuthor: "Giảm 35%, theo sổ cân của chợ." };
    expect((await make(id, "resubmit", { application: told }, author)).state).toBe("reported");
  });
});

it("where both are one form, the result must be told with it", async () => {
  const refused = await problemOf(await api.submit(buildBody({ application: bare })));
  expect(refused.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ["/application/benefitsByAuthor", "benefitsByAuthor.required"],
  ]);
});
