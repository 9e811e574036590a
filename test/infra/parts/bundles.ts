import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicRoutes } from "../../../functions/api/public-app.ts";
import { faceFiles } from "../../../functions/documents/faces.ts";
import { startParameterStore } from "../../support/parameter-store.ts";
import { outdir, template } from "../synthesised.ts";

describe("the API's bundles", () => {
  const bundle = async (entry: string) => {
    const [found] = Object.values(
      template.findResources("AWS::Lambda::Function", {
        Properties: { Handler: `functions/api/${entry}.handler` },
      }),
    );
    const asset = String(found?.Properties.Code.S3Key).replace(/\.zip$/, "");
    return join(outdir, `asset.${asset}`, `functions/api/${entry}.mjs`);
  };
  const settings = {
    TABLE_NAME: "table",
    PUBLIC_ORIGIN: "https://example.vn",
    DOCUMENTS_ADDRESS: "https://documents.s3.ap-southeast-1.amazonaws.com",
    UPLOADS_BUCKET: "uploads",
    UPLOADS_ADDRESS: "https://uploads.s3.ap-southeast-1.amazonaws.com",
    OIDC_ISSUER: "https://issuer.example.vn",
    OIDC_CLIENT_ID: "id",
    PROOF_TRIES: "150",
    POWERTOOLS_LOG_LEVEL: "SILENT",
  };
  const credentials = {
    AWS_REGION: "x",
    AWS_ACCESS_KEY_ID: "x",
    AWS_SECRET_ACCESS_KEY: "x",
    AWS_SESSION_TOKEN: "x",
  };
  let parameters: Awaited<ReturnType<typeof startParameterStore>>;
  const before = { ...process.env };
  beforeAll(async () => {
    parameters = await startParameterStore();
    Object.assign(process.env, settings, credentials, parameters.environment);
  });
  afterAll(async () => {
    process.env = before;
    await parameters.stop();
  });
  /** Asks a bundle as the gateway does. */
  const open = async (entry: string) => {
    const { handler } = await import(/* @vite-ignore */ pathToFileURL(await bundle(entry)).href);
    return (path: string) =>
      handler({
        version: "2.0",
        routeKey: "ANY /api/{proxy+}",
        rawPath: path,
        rawQueryString: "",
        headers: { host: "example.vn" },
        requestContext: { domainName: "example.vn", http: { method: "GET", path } },
        isBase64Encoded: false,
      });
  };

  test("of the public is at most 160 kB, compressed", async () => {
    expect(gzipSync(await readFile(await bundle("public-lambda")), { level: 9 }).length).toBeLessThanOrEqual(
      160_000,
    );
  });

  test("answers as the sources do, though packages it never uses were left out", async () => {
    const get = await open("staff-lambda");
    expect(await get("/api/health")).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
    const { statusCode, body } = await get("/api/openapi.json");
    expect(statusCode).toBe(200);
    const { openapi, paths } = JSON.parse(body);
    expect(openapi).toMatch(/^3\.1/);
    expect(paths["/api/initiatives"].post.requestBody.content["application/json"].schema).toBeDefined();
  });

  test("of the public knows each address that the gateway gives it", async () => {
    const [desk] = Object.entries(template.findResources("AWS::ApiGatewayV2::Integration")).find(([name]) =>
      name.includes("DeskIntegration"),
    ) ?? [""];
    const given = Object.values(template.findResources("AWS::ApiGatewayV2::Route"))
      .filter(({ Properties }) => !JSON.stringify(Properties.Target).includes(desk))
      .map(({ Properties }) => String(Properties.RouteKey).replace(/^\w+ /, ""));
    const document = JSON.parse((await (await open("staff-lambda"))("/api/openapi.json")).body);
    const known = new Set(publicRoutes.routes.map(({ path }) => `/api${path.replaceAll(/:(\w+)/g, "{$1}")}`));
    const taken = (path: string) =>
      given.some((route) =>
        route.endsWith("/{proxy+}") ? path.startsWith(route.slice(0, -"{proxy+}".length)) : path === route,
      );
    for (const path of Object.keys(document.paths))
      expect([path, taken(path)]).toEqual([path, known.has(path)]);
  });
});

test("whatever makes documents carries its fonts along, and the schedule begins with little memory", async () => {
  const functions = template.findResources("AWS::Lambda::Function");
  const of = (handler: string) => {
    const [found] = Object.values(functions).filter(({ Properties }) => Properties.Handler === handler);
    return found?.Properties;
  };
  const work = of("functions/jobs/lambda.handler");
  const bundle = join(outdir, `asset.${String(work?.Code.S3Key).replace(/\.zip$/, "")}`);
  for (const file of Object.values(faceFiles))
    expect((await readFile(join(bundle, "node_modules", file))).length).toBeGreaterThan(100_000);
  expect(of("functions/annual-report/lambda.handler")?.MemorySize).toBe(512);
});
