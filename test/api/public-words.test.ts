import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, it } from "vitest";
import { validate } from "#core/base/validation.ts";
import { rulesEn } from "#core/words/en/rules.ts";
import { rulesVi } from "#core/words/vi/rules.ts";
import { publicRoutes } from "../../functions/api/public-app.ts";
import { routesWithBodies, worstBodies } from "../support/bodies.ts";

it("the public API has words for every fault of its forms", () => {
  for (const { path, schema, limit } of routesWithBodies(publicRoutes))
    for (const { shape, body } of worstBodies(schema, Math.min(limit, 50_000))) {
      if (!/^[[{]/.test(body) || shape === "open brackets") continue;
      const read = validate(schema, JSON.parse(body));
      for (const { code } of read.ok ? [] : read.errors) {
        expect(rulesVi, `${path} ${shape}`).toHaveProperty([code]);
        expect(rulesEn, `${path} ${shape}`).toHaveProperty([code]);
      }
    }
});

it("and for every refusal that its files throw", async () => {
  const folders = "{initiatives,library,middleware}/*.ts";
  const files = await Array.fromAsync(glob(`functions/api/${folders}`));
  const sources = [...files, "functions/api/proof.ts", "functions/api/authorise.ts"].map((path) =>
    readFileSync(path, "utf8"),
  );
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/new Problem\(\s*"([\w.]+)"/g)].map(([, code = ""]) => code),
  );
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(rulesVi).toHaveProperty([`problem.${code}`]);
});
