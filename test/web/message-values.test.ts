import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { attachmentLimits } from "#core/initiatives/attachment.ts";
import { fillMessage } from "#core/words/messages.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import { chooseFile } from "../../web/src/attachments/choosing.ts";
import { files } from "../support/files.ts";

/*
 * Words that hold values are said with them: nobody reads `{length}`.
 */
const words: Record<string, string> = messagesVi;

describe("a file that is refused when it is chosen", () => {
  const pdf = (name: string, bytes = files.pdf.bytes) => new File([bytes], name, { type: "application/pdf" });
  const held = Array.from({ length: attachmentLimits.files }, (_, n) => ({
    id: "A".repeat(22),
    name: `${n}.pdf`,
    type: "application/pdf" as const,
    size: 1,
  }));
  it.each<[string, File, typeof held]>([
    ["attachment.name.tooLong", pdf(`a.${"b".repeat(200)}`), []],
    ["attachments.tooMany", pdf("a.pdf"), held],
    ["attachment.type.invalid", new File(["x"], "a.exe"), []],
    ["attachment.differs", pdf("a.pdf", new TextEncoder().encode("no PDF")), []],
    ["attachment.empty", pdf("a.pdf", new Uint8Array()), []],
    [
      "attachments.tooLarge",
      pdf("a.pdf"),
      [{ ...held[0], size: attachmentLimits.bytes } as (typeof held)[0]],
    ],
  ])("for %s says why, whole", async (code, file, others) => {
    const choice = await chooseFile(file, others);
    if (choice.ok) throw new Error("taken");
    expect(choice.code).toBe(code);
    expect(fillMessage(words[code] ?? "", choice.params ?? {})).not.toMatch(/^$|[{}]/);
  });
});

/** Where the words of a fault are looked up without its values. */
const withoutValues = /\b(?:find|m)\(\s*[\w.]+(?:\(\))?\??\.code\s*\)/g;

it("the words of a fault are looked up with its values, on every page", async () => {
  const root = new URL("../../web/src/", import.meta.url).pathname;
  const found: string[] = [];
  for await (const path of glob("**/*.{ts,tsx}", { cwd: root }))
    for (const [call] of readFileSync(root + path, "utf8").matchAll(withoutValues))
      found.push(`${path}: ${call}`);
  expect(found).toEqual([]);
  expect("find(error().code) m(first.code)".match(withoutValues)).toHaveLength(2);
});
