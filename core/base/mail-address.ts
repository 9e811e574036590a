import * as v from "valibot";
import { cleanLine } from "./text.ts";

/** An address as it is kept: lower case, without blanks and what nobody sees, full-width letters as plain ones. */
export const cleanAddress = (typed: string): string =>
  cleanLine(typed).normalize("NFKC").replace(/\s/g, "").toLowerCase();

/** A mail address that must be there, at most 200 characters. Keys: `<name>.required`, `<name>.invalid`. */
export const requiredAddress = (name: string) =>
  v.pipe(
    v.string(`${name}.required`),
    v.transform(cleanAddress),
    v.nonEmpty(`${name}.required`),
    v.maxLength(200, `${name}.invalid`),
    v.email(`${name}.invalid`),
  );

/** A mail address that may be left empty. Key: `<name>.invalid`. */
export const optionalAddress = (name: string) =>
  v.optional(
    v.pipe(
      v.string(`${name}.invalid`),
      v.transform(cleanAddress),
      v.maxLength(200, `${name}.invalid`),
      v.check((text) => text === "" || v.EMAIL_REGEX.test(text), `${name}.invalid`),
    ),
    "",
  );
