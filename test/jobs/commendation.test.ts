import { beforeAll, describe, expect, it } from "vitest";
import { usualPlace } from "#core/commendation/certificate.ts";
import type { LineForm } from "#core/commendation/line.ts";
import { cancelLine } from "#core/commendation/lines.ts";
import { beginJob } from "#core/jobs/job.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { createCommendationStep } from "../../functions/jobs/commendation/commendation.ts";
import { readIssuer } from "../../functions/jobs/commendation/decision-document.ts";
import { roman } from "../../functions/jobs/commendation/line-tables.ts";
import { drawRequest, keepCommendation, lineForm, stepAt } from "../support/commendations.ts";
import { readDocx } from "../support/docx-text.ts";
import { readPdf } from "../support/pdf-text.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, seedDirectory, testNow } from "../support/units.ts";

const { store } = await createTestTable(() => testNow);
beforeAll(() => seedDirectory(store));

const faces = readFaces();

async function print(parameters: object, unit = commune.id) {
  const kept = new Map<string, Uint8Array>();
  const bucket = { put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes) };
  const step = createCommendationStep({ store, faces, bucket: bucket as never, clock: () => testNow });
  const request = { id: drawRequest(), kind: "commendation", unit, year: null } as const;
  const by = { staff: null, role: null };
  const job = await step(beginJob({ ...request, parameters: { ...parameters } }, by, testNow));
  return { job, bytes: kept.get(job.result ?? "") ?? new Uint8Array() };
}

/** With the running heads, which hold the banner. */
function textOfDocx(bytes: Uint8Array): string {
  const { names, part, text } = readDocx(bytes);
  const heads = names.filter((name) => /header\d*\.xml$/.test(name)).map(part);
  return [text, ...heads].join("\n");
}

const issued = { number: "15/QĐ-UBND", signedOn: "2026-06-01" };
const lines: LineForm[] = [
  lineForm({ name: "Nguyễn Thị Hoa" }),
  lineForm({ name: "Trần Văn Bình", sex: "male", position: "Trưởng thôn" }),
  lineForm({ name: "Tổ hợp tác số 3", recipientKind: "collective", sex: null, birthYear: null }),
  lineForm({ name: "Hộ ông Ba", recipientKind: "household", sex: null, birthYear: null }),
];

describe("the documents of a decision", () => {
  it.each(["pdf", "docx"] as const)(
    "name it, its recipients and its money, unsigned, as %s",
    async (format) => {
      const { id } = await keepCommendation(store, { lines, issued });
      const { job, bytes } = await print({ decision: id, document: "decision", format });
      expect(job).toMatchObject({ state: "done", outcome: { lines: 4 } });
      const text = (format === "pdf" ? readPdf(bytes).text : textOfDocx(bytes)).replaceAll(/\s+/g, " ");
      for (const part of [
        "BẢN CHƯA KÝ",
        "ỦY BAN NHÂN DÂN XÃ SUỐI MƠ",
        "Số: 15/QĐ-UBND",
        "ngày 01 tháng 6 năm 2026",
        "Tặng Giấy khen cho 1 tập thể, 1 hộ gia đình, 2 cá nhân trong phong trào Đoàn kết sáng tạo",
        "tổng số tiền là 2.830.000 đồng",
        "Kèm theo Quyết định số 15/QĐ-UBND ngày 01 tháng 6 năm 2026",
        "Trần Văn Bình (1980)",
        "Trưởng thôn, Thôn 1, xã Suối Mơ",
        "1.410.000",
        "Danh sách gồm 1 tập thể, 1 hộ gia đình, 2 cá nhân.",
        "Tổng số tiền thưởng: 2.830.000 đồng./.",
      ])
        expect(text).toContain(part);
    },
  );

  it("of a draft leave number and day open, and tell the editor of lines without money", async () => {
    const { id } = await keepCommendation(store, { lines });
    const { bytes } = await print({ decision: id, document: "decision", format: "docx" });
    const text = textOfDocx(bytes).replaceAll(/\s+/g, " ");
    expect(text).toContain("DỰ THẢO");
    expect(text).toContain("/QĐ-UBND");
    expect(text).toContain("1 dòng chưa có tiền thưởng");
  });

  it("hold 2,000 lines", async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => lineForm({ name: `Người thứ ${i + 1}` }));
    const { id } = await keepCommendation(store, { lines: many, issued });
    for (const format of ["pdf", "docx"]) {
      const { job, bytes } = await print({ decision: id, document: "list", format });
      expect(job).toMatchObject({ state: "done", outcome: { lines: 2_000 } });
      expect(bytes.length).toBeGreaterThan(20_000);
    }
    const prints = await print({ decision: id, document: "certificates", format: "pdf" });
    expect(prints.job.state).toBe("done");
    expect(new TextDecoder("latin1").decode(prints.bytes).match(/\/Type \/Page\b/g)).toHaveLength(2_000);
  });
});

it("a cancelled award is left out of list and certificates, and marked in the decision", async () => {
  const decision = await keepCommendation(store, { lines, issued });
  const kept = await Array.fromAsync(store.commendations.lines(decision.id));
  const form = {
    ground: "laterFinding",
    reason: "Kết luận",
    on: "2026-06-10",
    moneyToRecover: null,
  } as const;
  await store.commendations.save(cancelLine(decision, kept, { n: 1, form }, stepAt()));
  const read = async (parameters: object) =>
    readPdf((await print({ decision: decision.id, format: "pdf", ...parameters })).bytes);
  const list = (await read({ document: "list" })).text.replaceAll(/\s+/g, " ");
  expect(list).not.toContain("Nguyễn Thị Hoa");
  expect(list).toContain("1 cá nhân, không kể 1 trường hợp đã hủy khen thưởng.");
  const whole = (await read({ document: "decision" })).text.replaceAll(/\s+/g, " ");
  expect(whole).toContain("Nguyễn Thị Hoa");
  expect(whole).toContain("Đã hủy khen thưởng");
  const certificates = await read({ document: "certificates" });
  expect(certificates.pages).toHaveLength(3);
  expect(certificates.text).not.toContain("Nguyễn Thị Hoa");
  const alone = await print({ decision: decision.id, document: "certificates", format: "pdf", lines: [1] });
  expect(alone.job.problem).toBe("commendation.lines.required");
});

describe("texts for blank certificates", () => {
  it("are a page a recipient, at the place that was asked for", async () => {
    const { id } = await keepCommendation(store, { lines, issued });
    const asked = { decision: id, document: "certificates", format: "pdf" };
    const usual = await print({ ...asked, lines: [1, 2] });
    const text = readPdf(usual.bytes).text;
    expect(text).toContain("Bà Nguyễn Thị Hoa");
    expect(text).toContain("Ông Trần Văn Bình");
    expect(text).toContain("Quyết định số 15/QĐ-UBND ngày 01/6/2026");
    expect(text).not.toContain("BẢN CHƯA KÝ");
    const moved = await print({ ...asked, lines: [1, 2], place: { ...usualPlace, name: 60 } });
    expect(moved.bytes).not.toEqual(usual.bytes);
    expect((await print({ ...asked, lines: [1, 2] })).bytes).toEqual(usual.bytes);
    const sample = await print({ ...asked, sample: true });
    expect(readPdf(sample.bytes).text).toContain("BẢN CHƯA KÝ");
  });
});

it("certificates are printed of issued awards alone, and of a draft as a sample", async () => {
  const { id } = await keepCommendation(store, { lines });
  const asked = { decision: id, document: "certificates", format: "pdf" };
  expect((await print(asked)).job.problem).toBe("problem.commendation.moveNotAllowed");
  const sample = await print({ ...asked, sample: true });
  expect(readPdf(sample.bytes).text).toContain("BẢN CHƯA KÝ");
});

it("a decision of another unit, or no line, is refused", async () => {
  const { id } = await keepCommendation(store, { lines });
  const asked = { decision: id, document: "list", format: "pdf" };
  expect((await print(asked, neighbour.id)).job.problem).toBe("problem.commendation.notFound");
  expect((await print({ ...asked, lines: [99] })).job.problem).toBe("commendation.lines.required");
});

it("the head of a body signs in person, others on its behalf", () => {
  expect(readIssuer("Chủ tịch Ủy ban nhân dân xã A")).toEqual({
    body: "Ủy ban nhân dân xã A",
    head: "Chủ tịch",
  });
  expect(readIssuer("Ban Thường trực Ủy ban MTTQ Việt Nam xã A").head).toBeNull();
  expect([1, 4, 9, 14, 19].map(roman)).toEqual(["I", "IV", "IX", "XIV", "XIX"]);
});
