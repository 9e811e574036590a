import { describe, expect, it } from "vitest";
import { answerAsCoAuthor } from "#core/initiatives/co-author.ts";
import { erase } from "#core/initiatives/erasure.ts";
import { summarise } from "#core/initiatives/initiative.ts";
import { changeNameConsent, personalDataOf } from "#core/initiatives/personal-data.ts";
import { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import { buildApplication, buildInitiative } from "../../support/submissions.ts";

const now = "2026-07-01T03:00:00.000Z";
const context = (role: "author" | "coAuthor" | "reviewer" = "author") => ({
  actor: { role, staff: null },
  now,
  salt: () => new Uint8Array(16),
});
const two = buildApplication();
const authors = ["Trần Thị An", "Lê Văn Bình"].map((fullName) => ({
  ...(two.authors[0] as (typeof two.authors)[number]),
  fullName,
  share: 50,
}));
const build = (changes: Parameters<typeof buildInitiative>[0] = {}) =>
  buildInitiative({ application: { authors }, ...changes });
const names = (record: ReturnType<typeof build>) => summarise(record).publicAuthors;
const reply = (
  publishName: "" | typeof nameConsentVersion,
  answer: "confirmed" | "denied" = "confirmed",
) => ({
  answer,
  word: "",
  publishName,
});

describe("a name is published only where its owner agreed", () => {
  it("nobody's, where nothing was ticked", () => {
    expect([names(build()), build().nameConsents]).toEqual([[], []]);
  });

  it("on the web the first author's alone, with the version of the text and the time", () => {
    const record = build({ publishName: nameConsentVersion });
    expect(names(record)).toEqual(["Trần Thị An"]);
    expect(record.nameConsents).toEqual([{ author: 0, version: nameConsentVersion, at: record.receivedAt }]);
    expect(record.first.facts.publishName).toBe(nameConsentVersion);
  });

  it("on paper everybody's who signed, until one of them says otherwise", () => {
    const record = build({ publishName: nameConsentVersion, channel: "paper" });
    expect(names(record)).toEqual(["Trần Thị An", "Lê Văn Bình"]);
    const { initiative, event } = answerAsCoAuthor(record, 1, reply(""), context("coAuthor"));
    expect([names(initiative), event.facts.publishName]).toEqual([["Trần Thị An"], ""]);
  });

  it("a co-author's by their own answer, and not where they say that they are none", () => {
    const agreed = answerAsCoAuthor(build(), 1, reply(nameConsentVersion), context("coAuthor")).initiative;
    expect(names(agreed)).toEqual(["Lê Văn Bình"]);
    expect(
      names(answerAsCoAuthor(agreed, 1, reply(nameConsentVersion, "denied"), context()).initiative),
    ).toEqual([]);
  });

  it("until it is taken back, which the history tells; the same again changes nothing", () => {
    const record = build({ publishName: nameConsentVersion });
    const back = changeNameConsent(record, { author: 0, publishName: "" }, context());
    expect(back?.event).toMatchObject({ move: "changeNameConsent", facts: { author: 0, publishName: "" } });
    expect(back && names(back.initiative)).toEqual([]);
    expect(back && changeNameConsent(back.initiative, { author: 0, publishName: "" }, context())).toBeNull();
  });

  it("not of somebody whom the form does not name, or whose data were erased", () => {
    const record = build({ publishName: nameConsentVersion });
    expect(() => changeNameConsent(record, { author: 7, publishName: "" }, context())).toThrow(
      "note.invalid",
    );
    const { transition } = erase({ ...record, state: "refused" }, [], 0, context());
    if (!transition) throw new Error("nothing was erased");
    expect([names(transition.initiative), transition.initiative.nameConsents]).toEqual([[], []]);
    const again = { author: 0, publishName: nameConsentVersion } as const;
    expect(() => changeNameConsent(transition.initiative, again, context())).toThrow("note.invalid");
  });

  it("and is part of what is told to those it is about", () => {
    const record = build({ publishName: nameConsentVersion });
    expect(personalDataOf(record, []).nameConsents).toEqual(record.nameConsents);
  });
});
