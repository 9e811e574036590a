import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashSecret } from "#core/base/canonical.ts";
import { deriveSecrets } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import {
  compareTaken,
  parseSubmission,
  receiptOf,
  registerInitiative,
} from "#core/initiatives/submission.ts";
import {
  buildApplication,
  buildBody,
  buildInitiative,
  drawIdempotencyKey,
} from "../../support/submissions.ts";
import { buildCampaign, commune, freezeUnits, province, testNow } from "../../support/units.ts";

const unitOf = (id: string) => freezeUnits().find((unit) => unit.id === id) ?? null;

function faultsOf(given: {
  campaign?: Partial<Campaign>;
  unit?: CampaignUnit | null;
  consent?: string;
}): string[] {
  const { unit = unitOf(commune.id), consent = buildCampaign().consent } = given;
  try {
    registerInitiative({
      submission: parseSubmission(buildBody({ application: buildApplication({ consent }) }), testNow),
      secrets: deriveSecrets(drawIdempotencyKey()),
      campaign: buildCampaign(given.campaign),
      unit,
      actor: { role: "author", staff: null },
      now: testNow,
      salt: () => randomBytes(16),
    });
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
}

describe("a submission is registered", () => {
  test("in the campaign's year, with the path its unit had then", () => {
    expect(buildInitiative()).toMatchObject({
      state: "registered",
      year: 2026,
      path: [commune.id, province.id],
      number: null,
      version: 1,
      dueOn: "2026-07-15",
    });
  });

  test("in the campaign's year even where it is signed for in another", () => {
    const late = buildInitiative({ now: "2026-11-30T16:59:59Z" });
    expect(late).toMatchObject({ year: 2026, dueOn: "2026-12-30" });
  });

  test("on the first and on the last day of the campaign, as days are in Vietnam", () => {
    expect(faultsOf({ campaign: { opensOn: "2026-06-15", closesOn: "2026-06-15" } })).toEqual([]);
  });

  test.each([
    ["before the campaign opens", { campaign: { opensOn: "2026-06-16" } }, "/campaign campaign.closed"],
    ["after its hours of grace", { campaign: { closesOn: "2026-06-13" } }, "/campaign campaign.closed"],
    ["to a unit the campaign does not know", { unit: null }, "/unit unit.unknown"],
    ["to a unit that takes in none", { unit: unitOf(province.id) }, "/unit unit.unknown"],
    ["under an older text of consent", { consent: "dong-y-0" }, "/application/consent consent.outdated"],
  ])("but not %s", (_, given, fault) => expect(faultsOf(given)).toEqual([fault]));

  test("keeping of the access key its hash alone, and of the form's key nothing", () => {
    const key = drawIdempotencyKey();
    const { accessKey, id } = deriveSecrets(key);
    const record = buildInitiative({ key });
    expect(record).toMatchObject({ id, accessKeyHash: hashSecret(accessKey) });
    expect(JSON.stringify(record)).not.toContain(accessKey);
    expect(JSON.stringify(record)).not.toContain(key);
  });
});

describe("the same key sent again", () => {
  const key = drawIdempotencyKey();
  const first = buildInitiative({ key });

  test("with the same body is the same submission, however its members are ordered and whenever it comes", () => {
    const again = buildInitiative({ key, now: "2026-06-20T00:00:00Z" });
    expect(compareTaken(first, again)).toBeNull();
    const { accessKey } = deriveSecrets(key);
    expect(receiptOf(first, accessKey, buildCampaign())).toEqual({
      id: first.id,
      accessKey,
      title: first.application.title,
      unit: commune.id,
      receivedAt: testNow,
      late: false,
      answerDueOn: "2026-07-15",
    });
  });

  test("with the same body differently typed (spaces, marks apart) is the same submission too", () => {
    const title = first.application.title.normalize("NFD");
    expect(compareTaken(first, buildInitiative({ key, application: { title: ` ${title} ` } }))).toBeNull();
  });

  test("with another body is refused", () => {
    const other = buildInitiative({ key, application: { title: "Tên khác" } });
    expect(compareTaken(first, other)?.code).toBe("idempotencyKey.reused");
  });

  test("an id taken under another key is an accident, told apart", () => {
    const other = { ...buildInitiative(), id: first.id };
    expect(compareTaken(first, other)?.code).toBe("id.taken");
  });

  test("the hash of a body says nothing to whoever has not the key: under each it is another", () => {
    expect(buildInitiative().bodyHash).not.toBe(buildInitiative().bodyHash);
  });
});
