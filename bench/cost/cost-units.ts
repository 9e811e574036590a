import { randomBytes } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import { headOf } from "#core/initiatives/history-heads.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { createNoticesHandler } from "../../functions/notices/handler.ts";
import { toInitiativeItem } from "../../functions/store/initiatives/initiative-items.ts";
import { indexes } from "../../functions/store/keys.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { countedInitiative } from "../../test/support/counted.ts";
import { origin } from "../../test/support/deps.ts";
import { buildInitiative, buildMoveForm, drawIdempotencyKey } from "../../test/support/submissions.ts";
import { commune, province, staff, testNow, testYear } from "../../test/support/units.ts";
import type { BenchSystem } from "../bench-system.ts";
import { sizeOf } from "../item-size.ts";
import { buildFourKilobytes } from "../submission-cost.ts";
import type { Measured, StepName } from "./measured.ts";

const moves = [
  ["accept", staff.reviewer],
  ["propose", staff.reviewer],
  ["recognise", staff.secretary],
] as const;
const onAPage = 50;
/** Size before encoding; base64url makes it 5.5 kB. */
const draftBytes = 4_096;

export async function measureUnits(system: BenchSystem): Promise<Pick<Measured, "steps" | "bytes">> {
  const { store } = system;
  const steps = {} as Measured["steps"];
  const step = async (name: StepName, run: () => Promise<unknown>) => {
    const from = performance.now();
    const { writeUnits, readUnits } = await system.measure(run);
    const milliseconds = Math.round((performance.now() - from) * 10) / 10;
    const sum = steps[name] ?? { writes: 0, reads: 0, calls: 0, milliseconds: 0 };
    steps[name] = {
      writes: sum.writes + writeUnits,
      reads: sum.reads + readUnits,
      calls: sum.calls + 1,
      milliseconds: Math.round((sum.milliseconds + milliseconds) * 10) / 10,
    };
  };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await system.ask(path, init);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  const receipts = createNoticesHandler({
    store,
    bucket: { put: async () => {}, remove: async () => {} } as never,
    uploads: { erase: async () => {} },
    mail: { send: async () => {} } as never,
    faces: readFaces(),
    origin,
    clock: () => testNow,
    random: (count) => randomBytes(count),
    log: (message, details) => {
      throw new Error(`${message} ${JSON.stringify(details)}`);
    },
    measure: () => {},
  });
  const afterWrite = async (id: string) => {
    const initiative = await store.initiatives.get(id);
    if (!initiative) throw new Error("no initiative");
    await step("fold", () => store.figures.aggregate([countedInitiative(initiative)]));
    const head = headOf(initiative);
    if (head) await step("heads", () => store.heads.note(head, testNow.slice(0, 10)));
    const NewImage = marshall(toInitiativeItem(initiative), { removeUndefinedValues: true });
    await step("receipts", () => receipts(queueEvent(NewImage)));
  };

  const body = buildFourKilobytes();
  // Earlier mail to the same address would suppress letters.
  body.application.contact.email = `${randomBytes(4).toString("hex")}@example.vn`;
  const submit = async (altcha: string, key: string): Promise<Receipt> =>
    ask("/api/initiatives", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", "idempotency-key": key, altcha },
    });
  // Warms up caches.
  const first = drawIdempotencyKey();
  await submit(await system.prove(first), first);

  const key = drawIdempotencyKey();
  let altcha = "";
  await step("prove", async () => {
    altcha = await system.prove(key);
  });
  let receipt: Receipt | undefined;
  await step("submit", async () => {
    receipt = await submit(altcha, key);
  });
  if (!receipt) throw new Error("nothing was sent");
  const { id, accessKey } = receipt;
  await afterWrite(id);
  for (const [version, [move, who]] of moves.entries()) {
    const before = await store.initiatives.get(id);
    if (before?.origin !== "application") throw new Error("the record is gone");
    const headers = { ...(await system.signIn(who)), "content-type": "application/json" };
    const moving = JSON.stringify({ move, version: version + 1, form: buildMoveForm(move, before) });
    await step("moves", () => ask(`/api/initiatives/${id}/moves`, { method: "POST", body: moving, headers }));
    await afterWrite(id);
  }

  const others = Array.from({ length: onAPage }, (_, i) => ({
    ...toInitiativeItem(buildInitiative()),
    ...{ pk: `INI#MAU-${i}`, byQueueSk: `2026-07-01#MAU-${i}` },
    ...{ byLibraryPk: `LIBRARY#${province.id}#${testYear}`, byLibrarySk: `2026-06-10#MAU-${i}` },
  }));
  await system.putAll(others);
  const reviewer = await system.signIn(staff.reviewer);
  const administrator = await system.signIn(staff.administrator);
  const author = { headers: { authorization: `Bearer ${accessKey}` } };
  await step("follow", () => ask(`/api/initiatives/${id}`, author));
  await step("inbox", () => ask(`/api/units/${commune.id}/inbox`, { headers: reviewer }));
  await step("dossier", () => ask(`/api/initiatives/${id}`, { headers: reviewer }));
  await step("dashboard", () =>
    ask(`/api/figures/${province.id}/${testYear}?from=${testYear - 2}`, { headers: administrator }),
  );
  await step("library", () => ask(`/api/library?province=${province.id}&year=${testYear}`));
  await step("campaigns", () => ask("/api/campaigns/open"));
  const draftId = randomBytes(16).toString("base64url");
  await step("draft", () =>
    store.drafts.put(
      {
        ...{ id: draftId, writeKeyHash: "0".repeat(64), iv: randomBytes(12).toString("base64url") },
        ciphertext: randomBytes(draftBytes).toString("base64url"),
        ...{ version: 1, expiresAt: Date.parse(testNow) / 1000 + 86_400 },
      },
      testNow,
    ),
  );
  await step("upload", async () => {
    const asked = { name: "ảnh.jpg", type: "image/jpeg", size: 400_000 };
    const headers = { "content-type": "application/json" };
    const upload = await ask("/api/uploads", { method: "POST", body: JSON.stringify(asked), headers });
    (await store.uploads.get(upload.id)).arrival;
    await store.uploads.settle(upload.id, { state: "clean", type: "image/jpeg", size: 400_000 });
  });

  const left = await system.itemsOf([`INI#${id}`, `COUNTED#initiative#${id}`, `RECEIPT#${id}`, `MAIL#${id}`]);
  return {
    steps,
    bytes: {
      table: left.reduce((sum, item) => sum + sizeOf(item), 0),
      indexes: left.reduce((sum, item) => sum + sizeInIndexes(item), 0),
    },
  };
}

function sizeInIndexes(item: Record<string, unknown>): number {
  return indexes
    .filter(({ pk }) => item[pk] !== undefined)
    .reduce((sum, { pk, sk, projected }) => {
      const names = ["pk", "sk", pk, sk, ...projected];
      return sum + sizeOf(Object.fromEntries(names.map((name) => [name, item[name]])));
    }, 0);
}
