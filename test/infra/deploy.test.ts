import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stages } from "../../infra/stages.ts";
import { findEarlierStyles } from "../../operations/earlier-styles.ts";
import { findPlaceholders, findShortage, listRemaining } from "../../operations/readiness.ts";
import { ensureSecrets } from "../../operations/secrets-store.ts";
import { type StandIn, startAwsStandIn } from "../support/aws-stand-in.ts";

let aws: StandIn;
beforeAll(async () => {
  aws = await startAwsStandIn();
});
afterAll(() => aws.stop());

/** Runs a command of the project as npm would; what it prints and how it ends. */
async function run(file: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...aws.environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...args], { env });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

describe("a deployment", () => {
  test("is refused while addresses stand for one's own, each named, before anything is asked of AWS", async () => {
    const { code, said } = await run("operations/deploy.ts", "--stage", "prod");
    expect(code).toBe(1);
    expect(said).toContain("infra/stages.ts");
    for (const path of ["mail.domain", "mail.sender", "operators"]) expect(said).toContain(path);
    expect(aws.asked).toEqual([]);
    const { prod } = stages;
    if (!prod) throw new Error("no prod");
    const site = { domain: "sang-kien.mattran.vn", certificateArn: "arn" };
    const own = {
      ...prod,
      site,
      operators: "van-hanh@mattran.vn",
      mail: { ...prod.mail, domain: "mattran.vn", sender: "khong-tra-loi@mattran.vn" },
    };
    expect(findPlaceholders(own)).toEqual([]);
    expect(findShortage(prod, 10)).toContain("Service Quotas");
    expect(findShortage(prod, 1000)).toBeNull();
    expect(findShortage({ concurrency: null }, 10)).toBeNull();
    const remaining = listRemaining("prod", own, { DistributionDomain: "d1.cloudfront.net" }).join("\n");
    for (const word of [
      "sang-kien.mattran.vn",
      "d1.cloudfront.net",
      "sandbox",
      "van-hanh@mattran.vn",
      "invite",
    ])
      expect(remaining).toContain(word);
  });

  test("finds its credentials by SST's toolkit, whose clients are older than what they stand on", async () => {
    // What `sst deploy` asks first; package.json's overrides say which retry strategy both know.
    const load = createRequire(createRequire(import.meta.url).resolve("@aws-cdk/toolkit-lib"));
    const { SdkProvider } = load("./api/aws-auth/sdk-provider.js");
    const { IoHelper } = load("./api/io/private/io-helper.js");
    const ioHelper = IoHelper.fromActionAwareIoHost({ notify() {}, requestResponse() {} });
    const credentials = async () => ({ accessKeyId: `AKIA${process.pid}`, secretAccessKey: "x" });
    process.env.AWS_ENDPOINT_URL_STS = aws.environment.AWS_ENDPOINT_URL;
    const account = await new SdkProvider(credentials, "ap-southeast-1", { ioHelper }).defaultAccount();
    delete process.env.AWS_ENDPOINT_URL_STS;
    expect(account).toEqual({ accountId: "000000000000", partition: "aws" });
  });
});

describe("the styles inside pages that are replaced", () => {
  // By the environment alone, as the command has them.
  const find = () => {
    for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
    return findEarlierStyles("dev").finally(() => vi.unstubAllEnvs());
  };

  test("are none before the first deployment", async () => {
    expect(await find()).toEqual([]);
  });

  test("are those that lie in the bucket, so that the policy allows them until the pages are there", async () => {
    aws.resources.set("dev-doan-ket-sang-tao-movement", [["AWS::S3::Bucket", "Pages4ADE1234", "pages"]]);
    aws.objects.set("/pages/gui/index.html", "<style>p{color:red}</style>");
    aws.objects.set("/pages/index.html", "<style>p{color:red}</style>");
    // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
    expect(await find()).toEqual(["'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='"]);
  });
});

describe("a stage's secrets", () => {
  const path = "/doan-ket-sang-tao/dev/";
  const kept = () => Object.fromEntries([...aws.parameters].map(([name, { value }]) => [name, value]));

  test("are drawn where they are missing, once, and anew where that is asked for by name; nothing tells them", async () => {
    const first = await run("operations/secrets.ts", "--stage", "dev");
    expect(first).toEqual({ code: 0, said: "written: proof-secret, distribution-secret\n" });
    const drawn = kept();
    expect(drawn).toEqual({
      [`${path}proof-secret`]: expect.stringMatching(/^SecureString [\w-]{43}$/),
      // CloudFront's settings take no other kind.
      [`${path}distribution-secret`]: expect.stringMatching(/^String [\w-]{43}$/),
    });
    expect(await run("operations/secrets.ts", "--stage", "dev")).toEqual({
      code: 0,
      said: "all there, none changed\n",
    });
    expect(kept()).toEqual(drawn);
    const rotated = await run("operations/secrets.ts", "--stage", "dev", "--rotate", "proof-secret");
    expect(rotated.said).toBe("written: proof-secret\n");
    const now = kept();
    expect(now[`${path}distribution-secret`]).toBe(drawn[`${path}distribution-secret`]);
    expect(now[`${path}proof-secret`]).not.toBe(drawn[`${path}proof-secret`]);
  });

  test("of an unknown name are refused; what they were at a deployment is told by their versions", async () => {
    const unknown = await run("operations/secrets.ts", "--stage", "dev", "--rotate", "proof");
    expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining("proof") });
    const { AWS_ENDPOINT_URL: endpoint = "" } = aws.environment;
    const client = new SSMClient({
      endpoint,
      region: "ap-southeast-1",
      credentials: { accessKeyId: "x", secretAccessKey: "x" },
    });
    expect(await ensureSecrets(client, "dev")).toEqual({ written: [], version: "2.1" });
    client.destroy();
  });
});
