import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveSecrets } from "#core/base/ids.ts";
import { parseSubmission, registerInitiative } from "#core/initiatives/submission.ts";
import type { ReceiptView } from "../../functions/api/initiatives/views.ts";
import type { System } from "../../local/system.ts";
import { readMail } from "../support/mail.ts";
import { readPdf } from "../support/pdf-text.ts";
import { buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { startTestSystem } from "../support/system.ts";
import { buildCampaign, commune, freezeUnits, seedDirectory, testNow } from "../support/units.ts";
import { waitFor } from "../support/wait.ts";

let system: System;
beforeAll(async () => {
  system = await startTestSystem({ empty: true, log: () => {}, clock: () => testNow });
  await seedDirectory(system.store);
});
afterAll(() => system.stop());

const read = (path: string, accessKey: string) =>
  fetch(`${system.origin}${path}`, { headers: { authorization: `Bearer ${accessKey}` } });

test("a submission's receipt is made, mailed and fetched by a signed link; a lost key is replaced by mail", async () => {
  const secrets = deriveSecrets(drawIdempotencyKey());
  const initiative = registerInitiative({
    submission: parseSubmission(buildBody(), testNow),
    secrets,
    campaign: buildCampaign(),
    unit: freezeUnits().find(({ id }) => id === commune.id) ?? null,
    actor: { role: "author", staff: null },
    now: testNow,
    salt: () => randomBytes(16),
  });
  await system.store.initiatives.create(initiative);
  const { id, accessKey } = secrets;

  const url = await waitFor(async () => {
    const response = await read(`/api/initiatives/${id}/receipt`, accessKey);
    expect(response.status).toBe(200);
    return ((await response.json()) as ReceiptView).url ?? "";
  });
  const file = await fetch(url);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-disposition")).toBe(`attachment; filename="giay-bien-nhan-${id}.pdf"`);
  expect(readPdf(new Uint8Array(await file.arrayBuffer())).text).toContain(id);

  const address = initiative.application.contact.email;
  const asked = await fetch(`${system.origin}/api/access-keys`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id, email: address }),
  });
  expect(asked.status).toBe(202);
  const mails = await waitFor(async () => {
    const received = await readMail(system.mailViewer, address);
    expect(received).toHaveLength(2);
    return received;
  });
  expect(mails[0]?.subject).toBe(`Giấy biên nhận – hồ sơ ${id}`);
  const renewed = /\/tra-cuu#[^.]+\.([\w-]{32})/.exec(mails[1]?.body.text ?? "")?.[1] ?? "";
  await waitFor(async () => expect((await read(`/api/initiatives/${id}`, renewed)).status).toBe(200));
  expect((await read(`/api/initiatives/${id}`, accessKey)).status).toBe(404);
});
