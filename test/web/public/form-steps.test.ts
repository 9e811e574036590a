import { describe, expect, test } from "vitest";
import { validate } from "#core/base/validation.ts";
import { Submission } from "#core/initiatives/application.ts";
import { checkForm } from "../../../web/src/public/form/form-rules.ts";
import {
  compareFields,
  fieldId,
  findStep,
  readServerPointer,
  stepOfPointer,
  stepPath,
  steps,
} from "../../../web/src/public/form/steps/steps.ts";
import { typeForm } from "../../../web/src/public/form/typed-application.ts";
import { emptyAuthor, emptyForm, emptyParticipant } from "../../../web/src/public/form/typed-form.ts";
import { vi } from "../../../web/src/words/vi.ts";
import { buildApplication, buildBody, buildInitiative } from "../../support/submissions.ts";

describe("the place of a fault", () => {
  test.each([
    ["/application/authors/0/birthDate", "authors", "form-authors-0-birthDate"],
    ["/application/authors", "authors", "form-authors"],
    ["/application/contact/phone", "authors", "form-contact-phone"],
    ["/application/kind", "initiative", "form-kind"],
    ["/unit", "initiative", "form-unit"],
    ["/application/firstUsedOn", "initiative", "form-firstUsedOn"],
    ["/application/substance", "substance", "form-substance"],
    ["/application/participants/2/work", "effect", "form-participants-2-work"],
    ["/application/consent", "declaration", "form-consent"],
    ["/campaign", "review", "form-campaign"],
    ["", "review", "form"],
  ])("%s stands in %s", (pointer, step, id) => {
    expect(stepOfPointer(readServerPointer(pointer))).toBe(step);
    expect(fieldId(readServerPointer(pointer))).toBe(id);
  });

  test("every member of the application stands in a step of its own", () => {
    for (const member of Object.keys(buildApplication()))
      expect(stepOfPointer(`/${member}`), member).not.toBe("review");
  });

  test("faults are sorted as their fields stand", () => {
    const faults = ["/consent", "/unit", "/authors/0/fullName", "/title"].map((pointer) => ({ pointer }));
    expect(faults.sort(compareFields).map(({ pointer }) => pointer)).toEqual([
      "/authors/0/fullName",
      "/title",
      "/unit",
      "/consent",
    ]);
  });

  test("an address names a step and back", () => {
    for (const step of steps) expect(findStep(stepPath(step).replace(/^\/gui\/?/, ""))).toBe(step);
    expect(findStep("da-gui")).toBeUndefined();
  });
});

describe("the rules on what is typed", () => {
  const now = "2026-11-20";
  const { application, unit } = buildInitiative();
  const { consent } = application;
  const whole = { ...typeForm(application, unit), declared: true, consented: consent };

  test("pass what the server would take", () => {
    const { errors, application } = checkForm(whole, consent, [unit], now);
    expect(errors).toEqual([]);
    expect(validate(Submission, { ...buildBody({ unit }), application })).toMatchObject({ ok: true });
  });

  test("ask for no result where it is reported later, and send none that was typed", () => {
    const bare = { ...whole, benefitsByAuthor: "" };
    const asked = checkForm(bare, consent, [unit], now);
    expect(asked.errors).toEqual([{ pointer: "/benefitsByAuthor", code: "benefitsByAuthor.required" }]);
    const later = checkForm(whole, consent, [unit], now, false);
    expect(later.errors).toEqual([]);
    expect(later.application).toMatchObject({ benefitsByAuthor: "", benefitsByUsers: "" });
  });

  test("say of an empty form what each required field wants, once", () => {
    const { errors, application } = checkForm(emptyForm(), consent, [unit], now);
    expect(application).toBeNull();
    expect(errors.map(({ code }) => code).sort()).toEqual(
      [
        "benefitsByAuthor.required",
        "conditions.required",
        "consent.required",
        "contact.required",
        "declared.required",
        "field.required",
        "kind.required",
        "person.birthDate.required",
        "person.fullName.required",
        "person.workplace.required",
        "substance.required",
        "title.required",
        "unit.required",
      ].sort(),
    );
    expect(new Set(errors.map(({ pointer }) => pointer)).size).toBe(errors.length);
  });

  test("hold dates against today while the rest is still empty", () => {
    const form = { ...emptyForm(), kind: "solution" as const, firstUsedOn: "21/11/2026" };
    form.authors = [{ ...emptyAuthor(), birthDate: "01/01/2960" }];
    form.participants = [{ ...emptyParticipant(), birthDate: "31/11/1980" }];
    const codes = new Map(
      checkForm(form, consent, [unit], now).errors.map(({ pointer, code }) => [pointer, code]),
    );
    expect(codes.get("/firstUsedOn")).toBe("firstUsedOn.future");
    expect(codes.get("/authors/0/birthDate")).toBe("person.birthDate.implausible");
    expect(codes.get("/participants/0/birthDate")).toBe("person.birthDate.invalid");
  });

  test("refuse a unit that is not offered, and shares that do not make up 100", () => {
    const form = {
      ...whole,
      unit: "elsewhere",
      authors: whole.authors.map((author) => ({ ...author, share: "40" })),
    };
    expect(checkForm(form, consent, [unit], now).errors).toEqual([
      { pointer: "/authors", code: "authors.shares", params: { sum: 80 } },
      { pointer: "/unit", code: "unit.required" },
    ]);
  });

  test("send text in NFC, whatever keyboard typed it", () => {
    const { application } = checkForm({ ...whole, title: "Tủ sách".normalize("NFD") }, consent, [unit], now);
    expect(application?.title).toBe("Tủ sách".normalize("NFC"));
  });

  test("every code has words", () => {
    for (const { code } of checkForm(emptyForm(), consent, [], now).errors) expect(vi).toHaveProperty([code]);
  });
});
