import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Application, applicationPrivacy } from "#core/initiatives/application.ts";
import { erase } from "#core/initiatives/erasure.ts";
import { type Author, authorPrivacy } from "#core/initiatives/person.ts";
import { personalDataOf } from "#core/initiatives/personal-data.ts";
import {
  eraseFields,
  eraseNames,
  hideFrom,
  type PersonalFields,
  pickFor,
  rolesShown,
} from "#core/initiatives/personal-fields.ts";
import { registerEntryOf, registerPrivacy } from "#core/initiatives/register.ts";
import { access } from "#core/staff/access.ts";
import { registerFields } from "../../../functions/jobs/export/columns.ts";
import { author, buildApplication, buildInitiative, buildTransition } from "../../support/submissions.ts";
import { testNow } from "../../support/units.ts";

const person = { birthDate: "1984-03-08", position: "Chi hội trưởng", qualification: "Trung cấp" };
const standing = {
  ...({ kind: "individual", affiliation: "memberOrganisation", organisation: "other" } as const),
  organisationName: "Hội Người mù",
};
/** An application in which no field is empty. */
const whole = buildApplication({
  authors: [
    { ...author, ...person, ...standing, share: 60 },
    { ...author, ...person, fullName: "Huỳnh Ngọc Quý", share: 40 },
  ],
  participants: [{ ...person, fullName: "Đặng Thị Lựu", workplace: "Chợ Suối Mơ", work: "Phân loại rác" }],
  investor: "Ban quản lý chợ",
  confidential: "Tỷ lệ men",
});

/** Every field by its path, `authors.fullName`; of a list, its first member. */
function flatten(value: unknown, path = ""): Record<string, unknown> {
  const first = Array.isArray(value) ? value[0] : value;
  if (first === null || typeof first !== "object") return { [path]: first ?? "" };
  return Object.assign(
    {},
    ...Object.entries(first).map(([name, member]) => flatten(member, path ? `${path}.${name}` : name)),
  );
}

const initiative = buildInitiative({ application: whole });
const recognised = (["accept", "propose", "takeUp", "recognise"] as const).reduce(
  (before, move) => buildTransition(before, move).initiative,
  initiative,
);
const refused = buildTransition(initiative, "refuse").initiative;
const fields = flatten(initiative.application);

/** The paths whose values are other in `after`; members of a removed list are so too. */
const changed = (after: unknown) => {
  const left = flatten(after);
  return Object.keys(fields).filter((path) => left[path] !== fields[path]);
};
const acting = { actor: { role: "author", staff: null }, now: testNow, salt: () => randomBytes(16) } as const;
const erasedFrom = (before: typeof initiative, who: "contact" | "all" | number) =>
  changed(erase(before, [], who, acting).transition?.initiative.application);

const birthDates = ["authors.birthDate", "participants.birthDate"];
const contact = ["contact.phone", "contact.email"];
const participants = Object.keys(fields).filter((path) => path.startsWith("participants."));
const authors = ["fullName", "birthDate", "workplace", "position", "qualification", "organisationName"].map(
  (name) => `authors.${name}`,
);
const texts = [
  "title",
  "investor",
  "substance",
  "confidential",
  "conditions",
  "benefitsByAuthor",
  "benefitsByUsers",
];

test("the form of these tests fills every field", () => {
  expect(Object.keys(initiative.application).sort()).toEqual(Object.keys(Application.pipe[0].entries).sort());
  expect(Object.entries(fields).filter(([, value]) => value === "")).toEqual([]);
});

describe("a field is shown", () => {
  test("to all readers of a dossier but for birth dates and contact", () => {
    const shown = hideFrom("readers", initiative.application, applicationPrivacy);
    expect(changed(shown).sort()).toEqual([...birthDates, ...contact].sort());
    expect(Object.keys(shown)).toEqual(Object.keys(initiative.application));
  });

  test("to a co-author if it tells no more of the others than what is to be confirmed", () => {
    expect(pickFor("coAuthors", author, authorPrivacy)).toEqual({
      fullName: author.fullName,
      workplace: author.workplace,
      share: 60,
    });
  });

  test("in the register and its export to readers from above without a contact", () => {
    const entry = registerEntryOf(initiative);
    if (!entry) throw new Error("no entry");
    expect(hideFrom("readers", entry, registerPrivacy)).toEqual({ ...entry, phone: "", email: "" });
    const keys = (all: boolean) => registerFields(all).map(({ key }) => key);
    expect(keys(true).filter((key) => !keys(false).includes(key))).toEqual(["phone", "email"]);
  });

  test("to the roles that the access table names", () => {
    const rolesOf = (action: keyof typeof access) => access[action].map(({ role }) => role);
    expect(rolesShown(authorPrivacy.fullName)).toEqual(expect.arrayContaining(rolesOf("initiative.read")));
    expect(rolesShown(authorPrivacy.fullName)).toHaveLength(rolesOf("initiative.read").length);
    expect(rolesShown(authorPrivacy.birthDate)).toEqual(rolesOf("initiative.readPersonal"));
  });
});

describe("an erasure", () => {
  test("of the contact takes the contact", () => {
    expect(erasedFrom(refused, "contact").sort()).toEqual([...contact].sort());
    expect(erasedFrom(recognised, "contact").sort()).toEqual([...contact].sort());
  });

  test("of an author takes all but the share; of a recognised one, birth date and qualification", () => {
    expect(erasedFrom(refused, 0).sort()).toEqual([...authors].sort());
    expect(erasedFrom(recognised, 0).sort()).toEqual(["authors.birthDate", "authors.qualification"]);
  });

  test("of everybody leaves what is counted; with a decision it leaves names and texts", () => {
    expect(erasedFrom(refused, "all").sort()).toEqual(
      [...authors, ...contact, ...participants, ...texts].sort(),
    );
    expect(erasedFrom(recognised, "all").sort()).toEqual(
      ["authors.birthDate", "authors.qualification", ...contact, ...participants].sort(),
    );
  });
});

describe("the representative of a collective", () => {
  const group = { ...author, kind: "collective", fullName: "Tổ tự quản số 3", birthDate: "" } as const;
  const led = buildInitiative({
    application: buildApplication({
      authors: [{ ...group, affiliation: "front", representative: "Lê Thị Hoa", share: 100 }],
    }),
  });
  const [kept] = led.application.authors;

  test("is shown with the collective's name, to readers and co-authors", () => {
    expect(hideFrom("readers", kept as Author, authorPrivacy)).toEqual(kept);
    expect(pickFor("coAuthors", kept as Author, authorPrivacy).representative).toBe("Lê Thị Hoa");
  });

  test("is erased with it, and told in the file of personal data before", () => {
    expect(JSON.stringify(personalDataOf(led, []))).toContain("Lê Thị Hoa");
    const gone = erase(buildTransition(led, "refuse").initiative, [], 0, acting).transition?.initiative;
    expect(JSON.stringify(gone)).not.toContain("Lê Thị Hoa");
    expect(gone?.application.authors[0]).toMatchObject({ kind: "collective", affiliation: "front" });
  });

  test("stays with the name in a recognition", () => {
    const decided = (["accept", "propose", "takeUp", "recognise"] as const).reduce(
      (before, move) => buildTransition(before, move).initiative,
      led,
    );
    const gone = erase(decided, [], 0, acting).transition?.initiative ?? decided;
    expect(gone.application.authors[0]?.representative).toBe("Lê Thị Hoa");
  });
});

test("the file of personal data tells every field about a person", () => {
  const data = flatten(personalDataOf(initiative, []));
  for (const path of [...authors, ...contact, ...participants, "authors.share"])
    expect(data[path], path).toBe(fields[path]);
});

describe("a field that was added", () => {
  type Called = Author & { phone: string };
  const called: Called = { ...author, phone: "0912345678" };

  test("is a type error until it has a row", () => {
    // @ts-expect-error `phone` has no row.
    authorPrivacy satisfies PersonalFields<Called>;
    // @ts-expect-error A number that is hidden or erased needs a value in its place.
    ({ ...authorPrivacy, phone: {} }) satisfies PersonalFields<Author & { phone: number }>;
    // @ts-expect-error No other audience is known.
    ({ ...authorPrivacy, phone: { shownTo: ["everybody"] } }) satisfies PersonalFields<Called>;
  });

  test("is hidden from readers and co-authors and always erased, with an empty row", () => {
    const rows = { ...authorPrivacy, phone: {} } satisfies PersonalFields<Called>;
    expect(hideFrom("readers", called, rows).phone).toBe("");
    expect(pickFor("coAuthors", called, rows)).not.toHaveProperty("phone");
    expect(eraseFields(called, rows, true).phone).toBe("");
    expect(rolesShown(rows.phone)).toEqual(["author", "reviewer"]);
  });

  test("is neither shown nor kept where the compiler was not asked", () => {
    const rows = authorPrivacy as unknown as PersonalFields<Called>;
    expect(hideFrom("readers", called, rows)).not.toHaveProperty("phone");
    expect(eraseFields(called, rows, true)).not.toHaveProperty("phone");
  });
});

describe("a text that is declared `named`", () => {
  const rows = { subject: { erased: "named" }, count: { shownTo: ["readers"], erased: "never" } } as const;
  const eraseFrom = (subject: string, ...names: string[]) =>
    eraseNames({ subject, count: 1 }, rows as never, names).subject;

  test.each([
    ["Khen ông Lê Văn An, bà Lê Văn Anh", ["Lê Văn An"], "Khen ông …, bà Lê Văn Anh"],
    ["LÊ VĂN AN và lê văn an", ["Lê Văn An"], "… và …"],
    ["Lê Văn\nAn", ["Lê Văn An"], "…"],
    ["toàn dân", ["An"], "toàn dân"],
    ["Bé An an toàn", ["An"], "Bé … an toàn"],
    ["Lê A, Lê B", ["Lê A", "Lê B"], "…, …"],
    ["không nêu ai", [""], "không nêu ai"],
  ])("loses exactly the names in %j", (text, names, left) => {
    expect(eraseFrom(text, ...names)).toBe(left);
  });

  test("holds no erased name afterwards, grows by nothing, and keeps what stands around it", () => {
    const words = fc.array(fc.constantFrom("khen", "ông", "Lê", "Văn", "An", "–", "và"), { maxLength: 6 });
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom("Lê Văn An", "Nguyễn Thị Bé", "İpek Lê"),
        (before, after, name) => {
          const text = [...before, name, ...after].join(" ");
          const left = eraseFrom(text, name);
          expect(` ${left} `).not.toContain(` ${name} `);
          expect(left.length).toBeLessThanOrEqual(text.length);
          expect(eraseFrom(left, name)).toBe(left);
        },
      ),
    );
  });
});
