import { expect, test } from "vitest";
import { openMail } from "../../functions/store/aws/mail.ts";
import { localAccess } from "../../local/credentials.ts";
import { startMail } from "../../local/standins/mail.ts";
import { readMail } from "../support/mail.ts";

test("a server shows nothing that an earlier one of the process received", async () => {
  const to = "ai-do@example.vn";
  const first = await startMail();
  const mail = openMail("khong-tra-loi@example.vn", { ...localAccess, endpoint: first.endpoint });
  await mail.send({ to, subject: "Thư", text: "Chào", html: "<p>Chào</p>" });
  expect(await readMail(first.endpoint, to)).toHaveLength(1);
  await first.stop();
  const second = await startMail();
  expect(await readMail(second.endpoint, to)).toEqual([]);
  await second.stop();
});
