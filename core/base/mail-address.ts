import * as v from "valibot";
import { cleanLine } from "./text.ts";

export const cleanAddress = (typed: string): string =>
  cleanLine(typed).normalize("NFKC").replace(/\s/g, "").toLowerCase();

export const requiredAddress = (name: string) =>
  v.pipe(
    v.string(`${name}.required`),
    v.transform(cleanAddress),
    v.nonEmpty(`${name}.required`),
    v.maxLength(200, `${name}.invalid`),
    v.email(`${name}.invalid`),
  );

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
