import { randomBytes } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, it, test } from "vitest";
import { makeUploadId } from "#core/initiatives/attachment.ts";
import type { AwardedPersonView, CommendationView } from "../../../functions/api/commendation/views.ts";
import type { PersonalDataView } from "../../../functions/api/initiatives/views.ts";
import { createNoticesHandler } from "../../../functions/notices/handler.ts";
import { uploadKey } from "../../../functions/store/keys.ts";
import { type Item, scanPages } from "../../../functions/store/table.ts";
import { queueEvent } from "../../../local/standins/queue.ts";
import { activityForm, drawRecordId } from "../../support/activities.ts";
import { createTestApi } from "../../support/api.ts";
import {
  commendationForm,
  drawRequest,
  keepCommendation,
  lineForm,
  nominationForm,
} from "../../support/commendations.ts";
import { buildApplication, buildBody } from "../../support/submissions.ts";
import { commune, staff, testNow } from "../../support/units.ts";

const api = await createTestApi();
const { reviewer, administrator, secretary } = staff;

async function send<T>(method: string, path: string, body: object, by: (typeof staff)[keyof typeof staff]) {
  const response = await api.ask(path, { method, body, staff: by });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/** All items that hold a text. */
async function itemsWith(text: string): Promise<Item[]> {
  const found: Item[] = [];
  for await (const items of scanPages(api.table, {}))
    found.push(...items.filter((item) => JSON.stringify(item).toLowerCase().includes(text.toLowerCase())));
  return found;
}

const step = (version: number, form: object) => ({ version, request: drawRequest(), form });

/** A dossier by two authors, and its award lines in an issued decision. */
async function awardedDossier(name: string, recognised: boolean) {
  const [first, second] = buildApplication().authors;
  if (!first || !second) throw new Error("no authors");
  const authors = [{ ...first, fullName: name, birthDate: "1971-02-03" }, second];
  const receipt = await api.submitted(buildBody({ application: buildApplication({ authors }) } as never));
  const { id } = receipt;
  const move = async (
    ...[of, version, form, by]: [string, number, object, (typeof staff)[keyof typeof staff]]
  ) => {
    const response = await api.move(id, of as never, version, form, { staff: by });
    if (!response.ok) throw new Error(await response.text());
  };
  await move("accept", 1, {}, reviewer);
  if (recognised) {
    await move("propose", 2, { opinion: "" }, reviewer);
    const decision = { number: "9/QĐ", signedOn: "2026-06-15" };
    await move("recognise", 3, { decision }, secretary);
  } else await move("refuse", 2, { reason: "Không mới" }, reviewer);
  const line = (author: typeof first, birthYear: number) =>
    lineForm({ name: author.fullName, birthYear, initiative: id, workplace: author.workplace });
  const decision = await keepCommendation(api.store, {
    lines: [line(authors[0] ?? first, 1971), line(second, 1990)],
    issued: { number: `${randomBytes(3).toString("hex")}/QĐ`, signedOn: "2026-06-10" },
  });
  return { id, receipt, decision };
}

const eraseAuthor = (id: string, who: unknown, accessKey: string) =>
  api.ask(`/api/initiatives/${id}/erasure`, { method: "POST", body: { who, confirm: true }, accessKey });

interface Kind {
  /** Keeps a record that names a person, in every text that may. */
  keep: (name: string) => Promise<() => Promise<unknown>>;
  /** Texts that must be gone; the name, if it is left out. */
  gone?: readonly string[];
}

const kinds: Record<string, Kind> = {
  "a line of a decision, named in its texts, its log and its cancellation": {
    async keep(name) {
      const kept = await keepCommendation(api.store, {
        form: {
          subject: `Khen thưởng ông ${name} và tập thể`,
          occasion: `Nhân việc của ${name.toUpperCase()}`,
          articles: `Tờ trình về ông ${name}.\nĐiều 4`,
        },
        lines: [lineForm({ name, note: `Gọi ${name}` })],
        issued: { number: `${randomBytes(3).toString("hex")}/QĐ`, signedOn: "2026-06-01" },
      });
      const path = `/api/commendations/${kept.id}`;
      const number = `${randomBytes(3).toString("hex")}/QĐ`;
      const correction = { number, signedOn: "2026-06-02", reason: `Sai ngày của ${name}` };
      await send("POST", `${path}/corrections`, step(kept.version, correction), administrator);
      const cancellation = {
        ...{ ground: "laterFinding", reason: `Kết luận về ${name}`, on: "2026-06-15" },
        moneyToRecover: 1,
      };
      await send("POST", `${path}/cancellation`, step(kept.version + 1, cancellation), administrator);
      const { version } = (await api.store.commendations.get(kept.id)) ?? kept;
      const body = { version, request: drawRequest(), lines: [1] };
      return () => send("POST", `${path}/lines/erasure`, body, reviewer);
    },
  },
  "a withdrawn proposal, named in the reason": {
    async keep(name) {
      const kept = await keepCommendation(api.store, { lines: [lineForm({ name })] });
      const path = `/api/commendations/${kept.id}`;
      await send("POST", `${path}/withdrawal`, step(kept.version, { reason: `${name} đã mất` }), reviewer);
      const body = { version: kept.version + 1, request: drawRequest(), lines: [1] };
      return () => send("POST", `${path}/lines/erasure`, body, reviewer);
    },
  },
  "a nomination": {
    async keep(name) {
      const path = `/api/commendations/nominations/${drawRequest()}`;
      const form = nominationForm({ name, achievement: `Việc của ${name}`, note: name });
      await send("PUT", path, { unit: commune.id, ...step(0, form) }, reviewer);
      const body = { unit: commune.id, version: 1, request: drawRequest() };
      return () => send("POST", `${path}/erasure`, body, reviewer);
    },
  },
  "an author of a refused dossier, with the award lines made from it": {
    async keep(name) {
      const { id, receipt } = await awardedDossier(name, false);
      return () => eraseAuthor(id, 0, receipt.accessKey);
    },
  },
  "everybody of a refused dossier, with the award lines made from it": {
    async keep(name) {
      const { id, receipt } = await awardedDossier(name, false);
      return () => eraseAuthor(id, "all", receipt.accessKey);
    },
  },
  "an author of a recognised dossier, whose name stays in both": {
    async keep(name) {
      const { id, receipt } = await awardedDossier(name, true);
      return () => eraseAuthor(id, 0, receipt.accessKey);
    },
    gone: ["1971-02-03", '"birthYear":1971'],
  },
  "the content of an activity that is corrected": {
    async keep(name) {
      const id = drawRecordId();
      const form = activityForm({ content: `Có ${name} dự`, note: name });
      await send("POST", "/api/activities", { id, unit: commune.id, form }, reviewer);
      const body = { version: 1, withdrawn: false, why: "", form: activityForm() };
      return () => send("PUT", `/api/activities/${id}`, body, reviewer);
    },
  },
};

test.each(Object.entries(kinds))("an erasure leaves nothing of %s", async (kind, { keep, gone }) => {
  const name = `Huỳnh Văn ${"ABCDEFGHIJ".charAt(Object.keys(kinds).indexOf(kind))}ân`;
  const erase = await keep(name);
  for (const text of gone ?? [name]) expect(await itemsWith(text), text).not.toEqual([]);
  await erase();
  for (const text of gone ?? [name])
    expect((await itemsWith(text)).map(({ pk, sk }) => `${text} ${pk} ${sk}`)).toEqual([]);
});

it("an erasure of a dossier counts nobody out, leaves the other authors, and is repeated safely", async () => {
  const { id, receipt, decision } = await awardedDossier("Lâm Thị Quyên", false);
  for (let n = 0; n < 2; n++) expect((await eraseAuthor(id, 0, receipt.accessKey)).status).toBe(200);
  const lines = await Array.fromAsync(api.store.commendations.lines(decision.id));
  expect(lines.map(({ erased }) => erased)).toEqual([true, false]);
  const after = await api.store.commendations.get(decision.id);
  expect(after?.sums).toEqual(decision.sums);
  expect(after?.version).toBe(decision.version + 1);
});

it("the answer about personal data holds award lines of the dossier, and nominations under the name", async () => {
  const name = "Tạ Thị Ngân";
  const { id, receipt, decision } = await awardedDossier(name, true);
  const response = await api.ask(`/api/initiatives/${id}/personal-data`, { accessKey: receipt.accessKey });
  const data = (await response.json()) as PersonalDataView;
  expect(data.awards.map((line) => [line.name, line.birthYear, line.of.number])).toEqual([
    [name, 1971, decision.number],
    [buildApplication().authors[1]?.fullName, 1990, decision.number],
  ]);
  const path = `/api/commendations/nominations/${drawRequest()}`;
  await send("PUT", path, { unit: commune.id, ...step(0, nominationForm({ name })) }, reviewer);
  const asked = `/api/commendations/awards/personal-data?unit=${commune.id}&name=${encodeURIComponent(name)}&birthYear=1971`;
  const answer = (await (await api.ask(asked, { staff: reviewer })).json()) as AwardedPersonView;
  expect(answer.awards).toHaveLength(1);
  expect(answer.nominations).toMatchObject([{ name, award: nominationForm().award }]);
});

it("a name in the subject is erased as a whole word, and the decision stays as it is otherwise", async () => {
  const kept = await keepCommendation(api.store, {
    form: { subject: "Khen thưởng Lê An, Lê Anh và toàn dân" },
    lines: [lineForm({ name: "Lê An" })],
  });
  const body = { version: kept.version, request: drawRequest(), lines: [1] };
  await send("POST", `/api/commendations/${kept.id}/lines/erasure`, body, reviewer);
  const view = (await (
    await api.ask(`/api/commendations/${kept.id}`, { staff: reviewer })
  ).json()) as CommendationView;
  expect(view.decision.subject).toBe("Khen thưởng …, Lê Anh và toàn dân");
  expect(view.decision.issuer).toBe(commendationForm.issuer);
});

it("a file that its record replaces is erased, unless the record takes it back before", async () => {
  const erased: string[] = [];
  const handle = createNoticesHandler({
    store: api.store,
    uploads: { erase: async (id: string) => void erased.push(id) },
    clock: () => testNow,
    log: () => {},
  } as unknown as Parameters<typeof createNoticesHandler>[0]);
  const type = "image/png" as const;
  const fileOf = async (name: string) => {
    const file = { id: makeUploadId(testNow, "dossier", randomBytes(12)), name, type, size: 9 };
    await api.store.uploads.settle(file.id, { state: "clean", type, size: 9 });
    return file;
  };
  const [kept, wrong] = [await fileOf("anh.png"), await fileOf("nham-ong-A.png")];
  const id = drawRecordId();
  const change = (version: number, evidence: object[]) =>
    send(
      "PUT",
      `/api/activities/${id}`,
      { version, withdrawn: false, why: "", form: activityForm({ evidence: evidence as never }) },
      reviewer,
    );
  const deliver = async (upload: string) => {
    for await (const items of scanPages(api.table, {}))
      for (const item of items)
        if (item.pk === uploadKey(upload).pk)
          await handle(queueEvent(marshall(item, { removeUndefinedValues: true })) as never);
  };
  const form = activityForm({ evidence: [kept, wrong] });
  await send("POST", "/api/activities", { id, unit: commune.id, form }, reviewer);
  await change(1, [kept]);
  await change(2, [kept, wrong]);
  await deliver(wrong.id);
  expect(erased).toEqual([]);
  await change(3, [kept]);
  await deliver(wrong.id);
  await deliver(kept.id);
  expect(erased).toEqual([wrong.id]);
  expect((await itemsWith("nham-ong-A")).map(({ sk }) => sk)).toEqual([]);
  const again = { version: 4, withdrawn: false, why: "", form: activityForm({ evidence: [kept, wrong] }) };
  const response = await api.ask(`/api/activities/${id}`, { method: "PUT", body: again, staff: reviewer });
  expect(response.status).toBe(422);
});
