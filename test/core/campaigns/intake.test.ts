import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, startOfDay } from "#core/base/calendar.ts";
import { deriveSecrets } from "#core/base/ids.ts";
import { closesAt, graceEndsAt, intakeAt, intakeOfPaper } from "#core/campaigns/campaign.ts";
import { parseSubmission, registerInitiative } from "#core/initiatives/submission.ts";
import { buildBody } from "../../support/submissions.ts";
import { buildCampaign, commune, freezeUnits } from "../../support/units.ts";

const campaign = buildCampaign({ opensOn: "2026-01-01", closesOn: "2026-11-30" });
const unit = freezeUnits().find(({ id }) => id === commune.id) ?? null;

describe("what a campaign does with what comes in", () => {
  it.each([
    ["2025-12-31T16:59:59.999Z", "closed"],
    ["2025-12-31T17:00:00.000Z", "open"],
    // The last millisecond of 30 November in Vietnam.
    ["2026-11-30T16:59:59.999Z", "open"],
    ["2026-11-30T17:00:00.000Z", "late"],
    ["2026-12-01T16:59:59.999Z", "late"],
    ["2026-12-01T17:00:00.000Z", "closed"],
  ] as const)("at %s: %s", (now, intake) => expect(intakeAt(campaign, now)).toBe(intake));

  it("ends with its last day where there is no grace, and at once where somebody closes or evaluates it", () => {
    const strict = { ...campaign, graceHours: 0 };
    expect(graceEndsAt(strict)).toBe(closesAt(strict));
    expect(intakeAt(strict, closesAt(strict))).toBe("closed");
    const noon = "2026-06-15T05:00:00.000Z";
    expect(intakeAt({ ...campaign, state: "closed" }, noon)).toBe("closed");
    expect(intakeAt({ ...campaign, state: "draft" }, noon)).toBe("closed");
    expect(intakeAt({ ...campaign, evaluatedOn: "2026-12-01" }, "2026-11-30T18:00:00.000Z")).toBe("closed");
  });

  it("opens, then may be late, then is closed, and never goes back", () => {
    const order = ["open", "late", "closed"];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 168 }), fc.integer({ min: 0, max: 600 }), (graceHours, hours) => {
        const at = (offset: number) =>
          intakeAt(
            { ...campaign, graceHours },
            new Date(Date.parse(startOfDay("2026-11-20")) + offset * 3_600_000).toISOString(),
          );
        expect(order.indexOf(at(hours + 1))).toBeGreaterThanOrEqual(order.indexOf(at(hours)));
      }),
    );
  });

  it("takes a paper by the day it was handed in, also after somebody has closed it", () => {
    const closed = { ...campaign, state: "closed" as const, evaluatedOn: "2026-12-20" };
    expect(intakeOfPaper(closed, "2026-11-30")).toBe("open");
    expect(intakeOfPaper(closed, "2026-12-01")).toBe("late");
    expect(intakeOfPaper(closed, "2026-12-02")).toBe("closed");
    expect(intakeOfPaper(closed, "2025-12-31")).toBe("closed");
    expect(intakeOfPaper({ ...campaign, state: "draft" }, "2026-06-01")).toBe("closed");
  });
});

describe("a record", () => {
  const register = (now: string, changes: object = {}) =>
    registerInitiative({
      submission: parseSubmission(buildBody(changes), now),
      secrets: deriveSecrets("a".repeat(43)),
      campaign,
      unit,
      actor: { role: "author", staff: null },
      now,
      salt: () => new Uint8Array(16),
    });

  it("of the hours of grace is late, in the record and in its history, and counts in the campaign's year", () => {
    const late = register("2026-12-01T10:00:00.000Z");
    expect([late.late, late.first.facts.late, late.year]).toEqual([true, true, 2026]);
    const inTime = register("2026-11-30T10:00:00.000Z");
    expect([inTime.late, inTime.first.facts]).toEqual([false, expect.not.objectContaining({ late: true })]);
  });

  it("of a paper has the day it was handed in, and terms from that day; its history says when it was typed", () => {
    const now = "2026-12-15T03:00:00.000Z";
    const paper = register(now, { channel: "paper", receivedOn: "2026-11-27" });
    expect(paper).toMatchObject({ receivedAt: startOfDay("2026-11-27"), late: false, changedAt: now });
    expect(paper.first).toMatchObject({ at: now, facts: { receivedOn: "2026-11-27" } });
    expect(paper.dueOn).toBe("2026-12-28");
    expect(register(now, { channel: "paper", receivedOn: "2026-12-01" }).late).toBe(true);
  });

  it.each([
    ["2026-12-15T03:00:00.000Z", {}, "/campaign", "campaign.closed"],
    ["2026-12-15T03:00:00.000Z", { channel: "paper" }, "/receivedOn", "receivedOn.outside"],
    [
      "2026-12-15T03:00:00.000Z",
      { channel: "paper", receivedOn: "2026-12-02" },
      "/receivedOn",
      "receivedOn.outside",
    ],
    [
      "2026-06-15T03:00:00.000Z",
      { channel: "paper", receivedOn: addDays("2026-06-15", 1) },
      "/receivedOn",
      "receivedOn.future",
    ],
    ["2026-06-15T03:00:00.000Z", { receivedOn: "2026-06-01" }, "/receivedOn", "receivedOn.paperOnly"],
  ])("at %s of %o is refused at %s: %s", (now, changes, pointer, code) => {
    expect(() => register(now, changes)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer, code })] }),
    );
  });
});
