import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { Application, type ApplicationInput, checkDates, Submission } from "#core/initiatives/application.ts";
import { sumShares } from "#core/initiatives/person.ts";
import { parseSubmission } from "#core/initiatives/submission.ts";
import { author, buildApplication, buildBody } from "../../support/submissions.ts";
import { testNow } from "../../support/units.ts";

/** What is wrong with the application once `changes` replace some of its members; anything may be put there. */
function faultsOf(changes: Record<string, unknown>): FieldError[] {
  const result = validate(Application, { ...buildApplication(), ...changes });
  return result.ok ? [] : result.errors;
}

const parse = (changes: Partial<ApplicationInput> = {}) => {
  const result = validate(Application, buildApplication(changes));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
};

const authors = (...shares: unknown[]) => shares.map((share) => ({ ...author, share }));
const withAuthor = (changes: Record<string, unknown>) => ({
  authors: [{ ...author, share: 100, ...changes }],
});
const participant = { fullName: "Đặng Thị Lựu", workplace: "Chợ Suối Mơ" };

describe("the application of Thông tư 18/2013, filled in properly", () => {
  test("passes, and is kept as it was typed", () => {
    expect(parse().title).toBe(buildApplication().title);
  });

  test("a new idea passes without a date of first use", () => {
    expect(parse({ kind: "idea", firstUsedOn: "" }).firstUsedOn).toBe("");
  });

  test("what may be left out is kept as empty", () => {
    const { investor, confidential, benefitsByUsers, participants, ...least } = buildApplication();
    expect(validate(Application, least)).toMatchObject({
      ok: true,
      value: { investor: "", confidential: "", benefitsByUsers: "", participants: [] },
    });
  });

  test("where authors stand may be left out, and then stays absent", () => {
    const [first] = parse().authors;
    expect(Object.keys(first ?? {}).sort()).toEqual(Object.keys(author).sort());
  });

  test("an author may be a collective or a household, without a birth date", () => {
    const group = { kind: "collective", fullName: "Chi hội Phụ nữ thôn Đông", birthDate: "" } as const;
    const parsed = parse({ authors: [{ ...author, ...group, representative: " Lê Thị  Hoa ", share: 100 }] });
    expect(parsed.authors[0]).toMatchObject({ ...group, representative: "Lê Thị Hoa" });
    const { birthDate: _, ...household } = { ...author, kind: "household" as const, share: 100 };
    const kept = parse({ authors: [{ ...household, representative: "Lê Thị Hoa" }] });
    expect(kept.authors[0]?.birthDate).toBe("");
  });

  test("the contact is kept in one form: digits alone, mail in lower case", () => {
    expect(parse({ contact: { phone: "(0912) 345-678", email: " Anh.Tuyet@Example.VN " } }).contact).toEqual({
      phone: "0912345678",
      email: "anh.tuyet@example.vn",
    });
  });
});

describe("each field has its rule, and the fault says where and which", () => {
  const long = (length: number) => "x".repeat(length);
  test.each<[string, Record<string, unknown>, string, string]>([
    ["kind of no kind", { kind: "invention" }, "/kind", "kind.required"],
    ["no title", { title: " " }, "/title", "title.required"],
    ["title over 300", { title: long(301) }, "/title", "title.tooLong"],
    ["investor over 300", { investor: long(301) }, "/investor", "investor.tooLong"],
    ["investor not text", { investor: 1 }, "/investor", "investor.invalid"],
    ["field of no list", { field: "magic" }, "/field", "field.required"],
    ["no substance", { substance: "" }, "/substance", "substance.required"],
    ["substance over 20,000", { substance: long(20_001) }, "/substance", "substance.tooLong"],
    ["confidential over 5,000", { confidential: long(5_001) }, "/confidential", "confidential.tooLong"],
    ["no conditions", { conditions: "" }, "/conditions", "conditions.required"],
    ["conditions over 5,000", { conditions: long(5_001) }, "/conditions", "conditions.tooLong"],
    [
      "benefits over 10,000",
      { benefitsByAuthor: long(10_001) },
      "/benefitsByAuthor",
      "benefitsByAuthor.tooLong",
    ],
    [
      "benefits by users over 10,000",
      { benefitsByUsers: long(10_001) },
      "/benefitsByUsers",
      "benefitsByUsers.tooLong",
    ],
    ["not declared", { declared: false }, "/declared", "declared.required"],
    ["declared by a word", { declared: "true" }, "/declared", "declared.required"],
    ["no consent", { consent: "" }, "/consent", "consent.required"],
    ["no authors", { authors: [] }, "/authors", "authors.required"],
    ["authors not a list", { authors: { 0: author } }, "/authors", "authors.required"],
    ["21 authors", { authors: authors(...Array(20).fill(4.75), 5) }, "/authors", "authors.tooMany"],
    ["no name", withAuthor({ fullName: "" }), "/authors/0/fullName", "person.fullName.required"],
    ["name over 100", withAuthor({ fullName: long(101) }), "/authors/0/fullName", "person.fullName.tooLong"],
    ["no workplace", withAuthor({ workplace: "" }), "/authors/0/workplace", "person.workplace.required"],
    [
      "workplace over 200",
      withAuthor({ workplace: long(201) }),
      "/authors/0/workplace",
      "person.workplace.tooLong",
    ],
    [
      "position over 100",
      withAuthor({ position: long(101) }),
      "/authors/0/position",
      "person.position.tooLong",
    ],
    [
      "qualification over 100",
      withAuthor({ qualification: long(101) }),
      "/authors/0/qualification",
      "person.qualification.tooLong",
    ],
    [
      "a birthday on 31/11",
      withAuthor({ birthDate: "1984-11-31" }),
      "/authors/0/birthDate",
      "person.birthDate.invalid",
    ],
    [
      "a birthday written 08/03/1984",
      withAuthor({ birthDate: "08/03/1984" }),
      "/authors/0/birthDate",
      "person.birthDate.invalid",
    ],

    ["an author of no kind", withAuthor({ kind: "company" }), "/authors/0/kind", "author.kind.invalid"],
    [
      "a collective with a birth date",
      withAuthor({ kind: "collective", representative: "Huỳnh Ngọc Quý" }),
      "/authors/0/birthDate",
      "author.birthDate.notForGroup",
    ],
    [
      "a collective without a representative",
      withAuthor({ kind: "collective", birthDate: "" }),
      "/authors/0/representative",
      "author.representative.required",
    ],
    [
      "a household whose representative is blank",
      withAuthor({ kind: "household", birthDate: "", representative: " \u200B" }),
      "/authors/0/representative",
      "author.representative.required",
    ],
    [
      "a representative over 100",
      withAuthor({ kind: "collective", birthDate: "", representative: long(101) }),
      "/authors/0/representative",
      "author.representative.tooLong",
    ],
    [
      "a representative that is no text",
      withAuthor({ kind: "collective", birthDate: "", representative: 7 }),
      "/authors/0/representative",
      "author.representative.invalid",
    ],
    [
      "a person with a representative",
      withAuthor({ representative: "Huỳnh Ngọc Quý" }),
      "/authors/0/representative",
      "author.representative.notForPerson",
    ],
    [
      "a person without a birth date",
      withAuthor({ birthDate: "" }),
      "/authors/0/birthDate",
      "person.birthDate.required",
    ],
    [
      "an affiliation of no list",
      withAuthor({ affiliation: "party" }),
      "/authors/0/affiliation",
      "author.affiliation.invalid",
    ],
    [
      "an organisation of no list",
      withAuthor({ affiliation: "memberOrganisation", organisation: "chess" }),
      "/authors/0/organisation",
      "author.organisation.invalid",
    ],
    [
      "a member organisation of a citizen",
      withAuthor({ affiliation: "citizen", organisation: "women" }),
      "/authors/0/organisation",
      "author.organisation.notMember",
    ],
    [
      "another organisation without a name",
      withAuthor({ affiliation: "memberOrganisation", organisation: "other" }),
      "/authors/0/organisationName",
      "author.organisationName.required",
    ],
    [
      "a name beside an organisation of the list",
      withAuthor({ affiliation: "memberOrganisation", organisation: "women", organisationName: "Hội khác" }),
      "/authors/0/organisationName",
      "author.organisationName.notOther",
    ],
    [
      "a name of an organisation over 100",
      withAuthor({
        ...{ affiliation: "memberOrganisation", organisation: "other" },
        organisationName: long(101),
      }),
      "/authors/0/organisationName",
      "author.organisationName.tooLong",
    ],
    [
      "a name of an organisation that is no text",
      withAuthor({ affiliation: "memberOrganisation", organisation: "other", organisationName: 7 }),
      "/authors/0/organisationName",
      "author.organisationName.invalid",
    ],

    [
      "31 participants",
      { participants: Array(31).fill(participant) },
      "/participants",
      "participants.tooMany",
    ],
    ["participants not a list", { participants: "Lựu" }, "/participants", "participants.invalid"],
    [
      "a participant without a name",
      { participants: [{ ...participant, fullName: "" }] },
      "/participants/0/fullName",
      "person.fullName.required",
    ],
    [
      "a participant's birthday on 30/2",
      { participants: [{ ...participant, birthDate: "1990-02-30" }] },
      "/participants/0/birthDate",
      "person.birthDate.invalid",
    ],
    [
      "a participant's birthday as a number",
      { participants: [{ ...participant, birthDate: 1990 }] },
      "/participants/0/birthDate",
      "person.birthDate.invalid",
    ],
    [
      "a participant's work over 500",
      { participants: [{ ...participant, work: long(501) }] },
      "/participants/0/work",
      "participant.work.tooLong",
    ],
    ["first use on 31/11", { firstUsedOn: "2025-11-31" }, "/firstUsedOn", "firstUsedOn.invalid"],
    ["first use as a number", { firstUsedOn: 2025 }, "/firstUsedOn", "firstUsedOn.invalid"],
    ["a solution without first use", { firstUsedOn: "" }, "/firstUsedOn", "firstUsedOn.required"],
    ["an idea used already", { kind: "idea" }, "/firstUsedOn", "firstUsedOn.notForIdea"],
    ["no way to reach the author", { contact: {} }, "/contact/phone", "contact.required"],
    ["empty contact", { contact: { phone: " ", email: " " } }, "/contact/phone", "contact.required"],
    ["a phone of letters", { contact: { phone: "không có" } }, "/contact/phone", "contact.phone.invalid"],
    ["a phone too short", { contact: { phone: "0912" } }, "/contact/phone", "contact.phone.mobile"],
    ["mail without a host", { contact: { email: "tuyet@" } }, "/contact/email", "contact.email.invalid"],
    ["mail as a number", { contact: { email: 5 } }, "/contact/email", "contact.email.invalid"],
    ["an unknown field", { status: "recognised" }, "/status", "field.unknown"],
    ["an unknown field of an author", withAuthor({ idCard: "0560…" }), "/authors/0/idCard", "field.unknown"],
    [
      "an unknown field of the contact",
      { contact: { phone: "0912345678", zalo: "x" } },
      "/contact/zalo",
      "field.unknown",
    ],
    ["a name that pointers must escape", { "a/b~c": 1 }, "/a~1b~0c", "field.unknown"],
  ])("%s", (_, changes, pointer, code) => {
    const found = faultsOf(changes);
    expect(found.map(({ params, ...fault }) => fault)).toEqual([{ pointer, code }]);
  });

  test("a text too long says how long it may be and how long it was", () => {
    expect(faultsOf({ title: long(301) })).toEqual([
      { pointer: "/title", code: "title.tooLong", params: { max: 300, length: 301 } },
    ]);
  });

  test("mail over 200 characters is no address", () => {
    expect(faultsOf({ contact: { email: `${long(200)}@example.vn` } })).toMatchObject([
      { pointer: "/contact/email", code: "contact.email.invalid" },
    ]);
  });

  test("all faults are told at once", () => {
    expect(faultsOf({ title: "", field: "", contact: {} }).map(({ pointer }) => pointer)).toEqual([
      "/title",
      "/field",
      "/contact/phone",
    ]);
  });

  test("what is missing altogether is told by its own rule", () => {
    const result = validate(Submission, { application: { authors: [{}], contact: {} } });
    expect(result.ok ? [] : result.errors).toEqual([
      { pointer: "/campaign", code: "campaign.required" },
      { pointer: "/unit", code: "unit.required" },
      { pointer: "/application/kind", code: "kind.required" },
      { pointer: "/application/authors/0/fullName", code: "person.fullName.required" },
      { pointer: "/application/authors/0/birthDate", code: "person.birthDate.required" },
      { pointer: "/application/authors/0/workplace", code: "person.workplace.required" },
      { pointer: "/application/authors/0/share", code: "author.share.required" },
      { pointer: "/application/title", code: "title.required" },
      { pointer: "/application/field", code: "field.required" },
      { pointer: "/application/substance", code: "substance.required" },
      { pointer: "/application/conditions", code: "conditions.required" },
      { pointer: "/application/contact/phone", code: "contact.required" },
      { pointer: "/application/declared", code: "declared.required" },
      { pointer: "/application/consent", code: "consent.required" },
    ]);
  });

  test.each([null, 7, "x", true])("%j is no application", (value) => {
    expect(validate(Submission, { ...buildBody(), application: value })).toEqual({
      ok: false,
      errors: [{ pointer: "/application", code: "field.invalid" }],
    });
  });

  test("nothing of any type makes validation throw", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(buildApplication())), fc.jsonValue()),
        (changes) => {
          for (const { pointer, code } of faultsOf(changes)) {
            expect(pointer).toMatch(/^\//);
            expect(code).toMatch(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("shares of contribution", () => {
  test.each([
    [[100]],
    [[50, 50]],
    [[33.33, 33.33, 33.34]],
    [[0.01, 99.99]],
    [[70.1, 19.9, 10]],
    [[14.29, 14.29, 14.29, 14.29, 14.28, 14.28, 14.28]],
  ])("%j sum to 100", (shares) => expect(faultsOf({ authors: authors(...shares) })).toEqual([]));

  test.each([
    [[33.33, 33.33, 33.33], 99.99],
    [[60, 50], 110],
    [[99.99], 99.99],
  ])("%j do not, and the fault says the sum %d", (shares, sum) => {
    expect(faultsOf({ authors: authors(...shares) })).toEqual([
      { pointer: "/authors", code: "authors.shares", params: { sum } },
    ]);
  });

  test.each([
    [0, "author.share.invalid"],
    [-5, "author.share.invalid"],
    [100.01, "author.share.invalid"],
    [null, "author.share.required"],
    ["100", "author.share.invalid"],
    [33.333, "author.share.decimals"],
  ])("%j is no share", (share, code) => {
    expect(faultsOf({ authors: authors(share) })).toContainEqual({ pointer: "/authors/0/share", code });
  });

  test("cut up anyhow in hundredths, they still sum", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 19 });
    fc.assert(
      fc.property(cuts, (places) => {
        const edges = [0, ...places.sort((a, b) => a - b), 10_000];
        const shares = edges.slice(1).map((edge, i) => (edge - (edges[i] ?? 0)) / 100);
        expect(sumShares(shares.map((share) => ({ share })))).toBe(100);
        expect(faultsOf({ authors: authors(...shares) })).toEqual([]);
      }),
    );
  });
});

describe("dates held against today", () => {
  const today = "2026-06-15";
  const born = (birthDate: string) => parse({ authors: [{ ...author, share: 100, birthDate }] });

  test.each(["2960-03-08", "1000-01-01", "1916-06-14", "2020-06-16", "2026-06-16"])(
    "nobody who submits was born on %s",
    (birthDate) => {
      expect(checkDates(born(birthDate), today)).toEqual([
        { pointer: "/authors/0/birthDate", code: "person.birthDate.implausible" },
      ]);
    },
  );

  test.each(["1916-06-15", "1984-03-08", "2020-06-15"])("somebody may have been born on %s", (birthDate) => {
    expect(checkDates(born(birthDate), today)).toEqual([]);
  });

  test("participants are asked the same, where they give a date at all", () => {
    const participants = ["", "2960-01-01"].map((birthDate) => ({ ...participant, birthDate }));
    expect(checkDates(parse({ participants }), today)).toEqual([
      { pointer: "/participants/1/birthDate", code: "person.birthDate.implausible" },
    ]);
  });

  test.each([
    ["2026-06-16", "firstUsedOn.future"],
    ["1989-12-31", "firstUsedOn.implausible"],
  ])("first use on %s: %s", (firstUsedOn, code) => {
    expect(checkDates(parse({ firstUsedOn }), today)).toEqual([{ pointer: "/firstUsedOn", code }]);
  });

  test("first use may be today", () => expect(checkDates(parse({ firstUsedOn: today }), today)).toEqual([]));

  test("today is the day in Vietnam: late in its evening it is not yet tomorrow, though early it is not yesterday", () => {
    const body = buildBody({ application: buildApplication({ firstUsedOn: "2026-06-15" }) });
    expect(() => parseSubmission(body, "2026-06-14T16:59:59Z")).toThrow(Problem);
    expect(parseSubmission(body, "2026-06-14T17:00:00Z").application.firstUsedOn).toBe("2026-06-15");
  });

  test("a submission's pointers start at its body", () => {
    const faults = (body: unknown) => {
      try {
        parseSubmission(body, testNow);
        return [];
      } catch (error) {
        return error instanceof Problem
          ? [error.code, ...error.errors.map(({ pointer }) => pointer)]
          : [error];
      }
    };
    const future = buildBody({ application: buildApplication({ firstUsedOn: "2026-12-31" }) });
    expect(faults(future)).toEqual(["application.invalid", "/application/firstUsedOn"]);
    expect(faults({ ...future, channel: "post", extra: 1 })).toEqual([
      "application.invalid",
      "/channel",
      "/extra",
    ]);
  });
});
