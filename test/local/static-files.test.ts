import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPageHeaders } from "../../local/standins/page-headers.ts";
import { serveStaticFiles } from "../../local/standins/static-files.ts";

let folder = "";
let files: ReturnType<typeof serveStaticFiles>;
const get = (path: string, headers: Record<string, string> = {}) =>
  files.request(`http://localhost${path}`, { headers });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-pages-"));
  const pages = join(folder, "dist");
  await mkdir(join(pages, "assets"), { recursive: true });
  await mkdir(join(pages, "gui"));
  await mkdir(join(pages, "tra-cuu"));
  await writeFile(join(pages, "index.html"), "<title>Trang chủ</title>");
  await writeFile(join(pages, "app.html"), "<title>Trang trống</title>");
  await writeFile(join(pages, "not-found.html"), "<title>Không có</title>");
  await writeFile(join(pages, "gui/index.html"), "<title>Gửi</title><style>p{color:red}</style>");
  await writeFile(join(pages, "tra-cuu/index.html"), "<title>Tra cứu</title>");
  await writeFile(join(pages, "assets/app-1a2b.js"), "export const a = 1;");
  await writeFile(join(pages, "sw.js"), "self;");
  await writeFile(join(folder, "secret.txt"), "no");
  files = serveStaticFiles(pages, readPageHeaders(pages, "http://127.0.0.1:20001"));
});
afterAll(() => rm(folder, { recursive: true }));

test("hashed assets are kept for a year, pages are asked after each time, the service worker is kept by nobody", async () => {
  const asset = await get("/assets/app-1a2b.js");
  expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(asset.headers.get("cache-control")).toContain("immutable");
  const page = await get("/");
  expect(page.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate, s-maxage=2592000");
  expect((await get("/sw.js")).headers.get("cache-control")).toBe("no-store");
  const again = await get("/", { "if-none-match": page.headers.get("etag") ?? "" });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test.each([
  ["/", "Trang chủ"],
  ["/gui", "Gửi"],
  ["/gui/", "Gửi"],
  ["/gui/sang-kien", "Gửi"],
  ["/tra-cuu", "Tra cứu"],
  ["/tra-cuu/", "Tra cứu"],
  ["/tra-cuu/dong-tac-gia", "Trang trống"],
  ["/quan-tri", "Trang trống"],
  ["/gui/dong.cham", "Gửi"],
  ["/quan-tri/ho-so/7K3M-9QTX-2F4H", "Trang trống"],
])("%s is the page %s", async (path, title) => {
  const answer = await get(path);
  expect([answer.status, await answer.text()]).toEqual([
    200,
    expect.stringContaining(`<title>${title}</title>`),
  ]);
});

test.each([
  "/guide",
  "/guide/",
  "/tra-cuu/khac",
  "/tra-cuu/7K3M-9QTX-2F4H.mx_9",
  "/index.php",
  "/tra-cuu/dong-tac-gia/khac",
  "/khong-co",
])("%s is no page, and is answered so", async (path) => {
  const answer = await get(path, { "if-none-match": (await get(path)).headers.get("etag") ?? "" });
  expect([answer.status, await answer.text()]).toEqual([404, "<title>Không có</title>"]);
});

test("a file that is not there is missing", async () => {
  expect((await get("/assets/old-9z9z.js")).status).toBe(404);
});

test("text is compressed as the client asks", async () => {
  const body = async (encoding: string) => {
    const response = await get("/assets/app-1a2b.js", { "accept-encoding": encoding });
    return {
      encoding: response.headers.get("content-encoding"),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
  const brotli = await body("gzip, deflate, br");
  const gzip = await body("gzip");
  expect([brotli.encoding, gzip.encoding]).toEqual(["br", "gzip"]);
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(gunzipSync(gzip.bytes).toString());
  expect((await body("identity")).encoding).toBeNull();
});

test("everything carries the strict policy, and nothing outside the folder can be read", async () => {
  expect((await get("/")).headers.get("content-security-policy")).toMatch(/^default-src 'none';/);
  for (const path of [
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/%00",
    "/%ff",
  ]) {
    const response = await get(path);
    expect([path, response.status >= 400 || !(await response.text()).includes("no")]).toEqual([path, true]);
  }
});

test("only the styles that lie in one of the pages are allowed inside one, by one policy for all as at the edge", async () => {
  const stylesOf = async (path: string) =>
    /style-src ([^;]*);/.exec((await get(path)).headers.get("content-security-policy") ?? "")?.[1];
  // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
  for (const path of ["/gui", "/", "/assets/app-1a2b.js"])
    expect(await stylesOf(path)).toBe("'self' 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='");
});
