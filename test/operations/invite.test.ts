import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { invitationKey } from "../../functions/store/keys.ts";
import { getItem } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";
import { projectPath } from "../../local/project.ts";
import { createTestTable } from "../support/table.ts";
import { province, seedDirectory, testNow } from "../support/units.ts";

const storage = await createTestTable(() => testNow);
await seedDirectory(storage.store);

/** Runs a command as it is pointed at the cloud: by the names that `npm run where` prints. */
async function run(file: string, ...args: string[]) {
  const env = {
    PATH: process.env.PATH,
    AWS_REGION: localAccess.region,
    AWS_ACCESS_KEY_ID: localAccess.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAccess.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: inject("dynamoDbEndpoint"),
    TABLE_NAME: storage.table.name,
    DOCUMENTS_BUCKET: "documents",
    UPLOADS_BUCKET: "uploads",
    HEADS_BUCKET: "heads",
  };
  const asked = promisify(execFile)(process.execPath, [projectPath(file), ...args], { env });
  return asked.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: String(stderr) }),
  );
}

const invite = (unit: string, email: string) =>
  run("operations/invite.ts", "--unit", unit, "--email", email, "--name", "Nguyễn Thị Minh Hoạ");

test("the first administrator is made past the pages, written to as any other, and once", async () => {
  const made = await invite(province.id, "Quan-Tri@mattran.vn");
  expect(made).toEqual({ code: 0, said: `quan-tri@mattran.vn: administrator of ${province.name}\n` });
  const account = await storage.store.staff.byEmail("quan-tri@mattran.vn");
  expect(account).toMatchObject({
    active: true,
    version: 1,
    grants: [{ role: "administrator", unit: province.id }],
    invited: { by: { id: "van-hanh" } },
  });
  const id = account?.id ?? "";
  expect(await storage.store.staff.log(id)).toMatchObject([{ n: 1, did: "invite", by: { id: "van-hanh" } }]);
  // What the stream makes the letter of, and in the cloud the account in the user pool.
  const item = await getItem(storage.table, invitationKey(id));
  expect(item?.invitation).toMatchObject({ email: "quan-tri@mattran.vn" });

  expect(await invite(province.id, "quan-tri@mattran.vn")).toMatchObject({
    code: 1,
    said: expect.stringContaining("has an account already"),
  });
  expect((await storage.store.staff.byEmail("quan-tri@mattran.vn"))?.version).toBe(1);
});

test("nobody is made administrator of a unit that is not there", async () => {
  expect(await invite("khong-co", "ai-do@mattran.vn")).toMatchObject({ code: 1 });
  expect(await storage.store.staff.byEmail("ai-do@mattran.vn")).toBeNull();
});

test("a workbook of units reaches the cloud's table by the command of one machine", async () => {
  const { code, said } = await run(
    "operations/import.ts",
    projectPath("examples/dien-khanh.xlsx"),
    "--dry-run",
  );
  expect([code, said]).toEqual([0, expect.stringContaining("mới/new")]);
});
