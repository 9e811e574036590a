import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { synthesise } from "../../infra/assembly.ts";
import { outdir, removeSynthesised, synthesiseProd } from "./synthesised.ts";

// One synthesis for all: a file of tests a family of resources.
beforeAll(synthesiseProd, 120_000);
afterAll(removeSynthesised);

await import("./parts/storage.ts");
await import("./parts/functions.ts");
await import("./parts/heads.ts");
await import("./parts/jobs.ts");
await import("./parts/web.ts");
await import("./parts/telemetry.ts");
await import("./parts/bundles.ts");
await import("./parts/findings.ts");

test("another stage is named apart and can be removed whole", async () => {
  const assembly = await synthesise({ stage: "dev", outdir: join(outdir, "dev") });
  const other = Template.fromJSON(assembly.stacks[0]?.template);
  expect(assembly.stacks[0]?.stackName).toBe("dev-doan-ket-sang-tao-movement");
  other.hasResource("AWS::DynamoDB::Table", {
    Properties: { DeletionProtectionEnabled: false },
    DeletionPolicy: "Delete",
  });
}, 60_000);
