import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFileSize } from "#core/initiatives/attachment.ts";
import type { Event } from "#core/initiatives/history.ts";
import { type Move, moves } from "#core/initiatives/lifecycle.ts";
import type { ReportRecord } from "#core/report/record.ts";
import type { ReportRun } from "#core/report/run.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { renderPdf } from "../../functions/documents/pdf/pdf.ts";
import { composeKeyLetter, composeNotice } from "../../functions/notices/author-letters.ts";
import { quote } from "../../functions/notices/foreign-text.ts";
import { composeInvitation } from "../../functions/notices/invitation.ts";
import { type Letter, ownLink, say, writeMail } from "../../functions/notices/letter.ts";
import { composeReceipt } from "../../functions/notices/receipt-document.ts";
import { describeNextActions, greet } from "../../functions/notices/report-notice.ts";
import { composeReminder } from "../../functions/notices/report-reminder.ts";
import { composeRunSum } from "../../functions/notices/report-run-sum.ts";
import { autoLinks, hostileTexts } from "../support/auto-links.ts";
import { readPdf } from "../support/pdf-text.ts";
import { author, buildApplication, buildInitiative } from "../support/submissions.ts";
import { buildCampaign, commune, communeCouncil, province, testNow } from "../support/units.ts";

const origin = "https://sang-kien.example.vn";
const plain = "Nguyễn Thị Ánh Tuyết";

/** Each letter by name: the fields that others write, and the letter that has `text` in one of them. */
interface Row {
  letter: string;
  fields: readonly string[];
  compose: (field: string, text: string) => Letter;
}

const initiative = buildInitiative();
const pick = (field: string, text: string) => (name: string, usual: string) =>
  name === field ? text : usual;

const noticeRow = (move: Move): Row => ({
  letter: `notice of ${move}`,
  fields: ["author", "title", "unit", "reason", "decision"],
  compose: (field, text) => {
    const put = pick(field, text);
    const said = composeNotice(
      {
        ...initiative,
        application: {
          ...initiative.application,
          authors: [{ ...author, fullName: put("author", plain) }],
          title: put("title", "Ủ phân hữu cơ"),
        },
      },
      {
        ...initiative.first,
        move,
        facts: { decision: { number: put("decision", "15/QĐ-UBND"), signedOn: "2026-06-10" } },
      } as Event,
      {
        unit: put("unit", commune.name),
        campaign: buildCampaign(),
        origin,
        reason: put("reason", "Thiếu mục 3"),
      },
    );
    if (!said) throw new Error(`no letter tells of ${move}`);
    return said;
  },
});
const told = moves.filter((move) => {
  const event = { ...initiative.first, move, facts: {} } as Event;
  return composeNotice(initiative, event, { unit: "", campaign: buildCampaign(), origin, reason: null });
});

const run = {
  id: "r",
  year: 2026,
  unit: province.id,
  units: [commune.id],
  campaign: "c",
} as unknown as ReportRun;
const record = {
  unit: commune.id,
  from: "2026",
  to: "2026",
  made: null,
  dismissals: [],
  textsFrom: null,
} as unknown as ReportRecord;
const request = { id: "yc-1", title: "Báo cáo quý", from: "2026", to: "2026", dueOn: "2026-06-20" };

const rows: Row[] = [
  noticeRow("submit" as Move),
  ...told.map(noticeRow),
  {
    letter: "new access key",
    fields: ["-"],
    compose: () => composeKeyLetter(initiative, "k".repeat(32), origin),
  },
  {
    letter: "invitation",
    fields: ["name", "by", "unit", "council"],
    compose: (field, text) => {
      const put = pick(field, text);
      const councils = new Map([[communeCouncil.id, { name: put("council", communeCouncil.name) }]]);
      return composeInvitation(
        {
          id: "x",
          n: 1,
          email: "suong@example.vn",
          name: put("name", plain),
          grants: [{ role: "secretary", unit: commune.id, council: communeCouncil.id }],
          by: { id: "y", name: put("by", plain) },
          at: testNow,
        },
        origin,
        { units: new Map([[commune.id, { name: put("unit", commune.name) }]]), councils },
      );
    },
  },
  {
    letter: "reminder of a report",
    fields: ["name", "unit", "title", "asker", "returned"],
    compose: (field, text) => {
      const put = pick(field, text);
      const owed = {
        request: { ...request, title: put("title", request.title) },
        asker: put("asker", province.name),
        returned: put("returned", "Thiếu phụ lục"),
      };
      const about = {
        name: put("name", plain),
        unit: put("unit", commune.name),
        owed: [owed],
        day: "2026-06-15",
      };
      return composeReminder(about, origin);
    },
  },
  {
    letter: "report that lies ready",
    fields: ["name", "unit"],
    compose: (field, text) => {
      const put = pick(field, text);
      const subject = say`Báo cáo của ${put("unit", commune.name)}`;
      return greet(
        { subject, ...describeNextActions(put("unit", commune.name), record, origin) },
        put("name", plain),
      );
    },
  },
  {
    letter: "end of a run",
    fields: ["name", "root", "failed", "nobody"],
    compose: (field, text) => {
      const put = pick(field, text);
      const failed = [put("failed", commune.name)];
      const nobody = [commune.name, put("nobody", commune.name)];
      const sum = {
        run,
        root: put("root", province.name),
        made: 0,
        withWarnings: 0,
        settled: 1,
        failed,
        nobody,
      };
      return greet(
        composeRunSum(sum, describeNextActions(put("root", province.name), record, origin), origin),
        put("name", plain),
      );
    },
  },
];

const cells = rows.flatMap(({ letter, fields, compose }) =>
  fields.map((field) => ({ letter, field, compose: (text: string) => compose(field, text) })),
);
/** The addresses that a letter marks as ours. */
const ownIn = ({ vi, en }: Letter) =>
  [...vi, ...en].flatMap((each) => (each.kind === "ownLink" ? [each.address] : []));
const linesOf = (text: string) => text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length;
const bodyOf = (html: string) => html.slice(html.indexOf("<body"));
const wordsOf = (html: string) => bodyOf(html).replace(/<a href[^>]*>[^<]*<\/a>|<[^>]*>/g, "\n");

describe.each(cells)("$field in the letter: $letter", ({ compose }) => {
  it.each(hostileTexts)("makes no link, line or markup of %s", (_, text) => {
    const letter = compose(text);
    const { subject, text: words, html } = writeMail("ai@example.vn", letter);
    const usual = writeMail("ai@example.vn", compose(plain));
    const own = ownIn(letter);
    const rest = words.split("\n").filter((line) => !own.includes(line));
    expect(rest.flatMap(autoLinks)).toEqual([]);
    expect(autoLinks(subject)).toEqual([]);
    expect(autoLinks(wordsOf(html))).toEqual([]);
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    expect(words).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    expect(linesOf(words)).toBe(linesOf(usual.text));
    const tags = (page: string) => page.match(/<[a-z/!][^>]*>/gi)?.map((tag) => tag.toLowerCase());
    expect(tags(html)).toEqual(tags(usual.html));
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual(own);
    expect(own.length).toBeGreaterThan(0);
    for (const address of own) expect(new URL(address).origin).toBe(origin);
  });
});

describe("a letter about a submission", () => {
  it.each(rows.slice(0, 1 + told.length))("says what to do if it was not you: $letter", ({ compose }) => {
    const { text } = writeMail("ai@example.vn", compose("-", ""));
    expect(text).toContain("Nếu ông/bà không gửi hồ sơ này");
    expect(text).toContain("If you did not send this application");
  });
});

describe("foreign text in our papers", () => {
  it("stays as it was where nothing in it could become a link", () => {
    for (const text of [
      "Ủ phân hữu cơ từ rác chợ, 1.250.000 đồng/tháng (giảm 3,5%)",
      "Số 15/2026/QĐ-UBND ngày 10/6/2026, lúc 14:30",
      "Tổ dân phố 5 – phường Lê Hồng Phong; đợt 2.",
      "A&B <i>nghiêng</i> 'nháy'",
    ])
      expect(quote(text)).toBe(text);
  });

  it("stays readable where something in it could", () => {
    expect(quote("Xem https://www.vi-du.vn/y hoặc ai@vi-du.vn")).toBe(
      "Xem https: //www. vi-du. vn/y hoặc ai @ vi-du. vn",
    );
    expect(quote("TP.Nha Trang")).toBe("TP. Nha Trang");
  });

  it("never links, whatever it is made of, and quoting it again changes nothing", () => {
    const pieces = fc.constantFrom(
      ..."aZđệ1-_/\\:.。．｡․﹒@＠：／＼ \n\t\u200b\u200d\u00ad\u202e\u3164\u2028\u0301[]()<>".split(""),
      "www",
      "http",
      "vn",
      "192.0.2.7",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (drawn) => {
        const quoted = quote(drawn.join(""));
        expect(autoLinks(quoted)).toEqual([]);
        expect(quote(quoted)).toBe(quoted);
      }),
      { numRuns: 2_000 },
    );
  });

  it("costs time that grows with its length alone", () => {
    // 100,000 of each: a pattern that looks back over all before it would not end within the test's time.
    for (const piece of [".", " ", "a", ":", "@", "\\", "1.", "a.", " @", "\u200b", "1.2.3."])
      expect(quote(piece.repeat(100_000))).toBeTypeOf("string");
  });

  it("makes no link in the receipt, which has one address: that of our page", async () => {
    for (const [, text] of [...hostileTexts, ["a file", "https://vi-du.vn/a.jpg"] as const]) {
      const application = buildApplication({
        title: text,
        authors: [{ ...author, fullName: text, share: 100 }],
      });
      const kept = { ...initiative, application: { ...initiative.application, ...application } };
      const states = [{ state: "clean" }, { state: "checking" }] as const;
      const file = { id: "A".repeat(22), name: text, type: "image/jpeg" as const, size: 1 };
      const document = composeReceipt(kept as typeof initiative, {
        files: states.map((state) => ({ ...file, ...state })),
        unit: { name: text, level: "unit" },
        superior: { name: text },
        campaign: { ...buildCampaign(), name: text },
        origin,
      });
      const said = JSON.stringify(document, (key, value) => (key === "url" ? undefined : value));
      const strings = [...said.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, each = ""]) =>
        JSON.parse(`"${each}"`),
      );
      expect(strings.map((each) => each.replace(/\.jpg\b/, "")).flatMap(autoLinks)).toEqual([]);
    }
    const document = composeReceipt(initiative, {
      unit: commune,
      superior: province,
      campaign: buildCampaign(),
      origin,
      files: [],
    });
    const bytes = await renderPdf(document, { faces: readFaces(), date: testNow });
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("/URI");
    expect(readPdf(bytes).text).toContain(`${origin}/tra-cuu`);
  });
});

it("a name that was erased greets nobody, and the receipt says that it was", () => {
  const { application } = initiative;
  const nameless = { ...application, authors: [{ ...author, fullName: "" }], title: "" };
  const kept = { ...initiative, application: nameless } as typeof initiative;
  const event = { ...initiative.first, move: "accept", facts: {} } as Event;
  const setting = { unit: commune.name, campaign: buildCampaign(), origin, reason: null };
  const letter = composeNotice(kept, event, setting);
  const { text } = writeMail("a@example.vn", letter as Letter);
  expect(text).toContain("Kính gửi ông/bà,");
  expect(text).toContain("Dear Sir or Madam,");
  const receipt = composeReceipt(kept, {
    ...{ unit: commune, superior: province, campaign: buildCampaign(), origin, files: [] },
  });
  expect(JSON.stringify(receipt).split("(đã xóa theo yêu cầu)")).toHaveLength(3);
});

it("a receipt is one page with the files of a usual application, their sizes as on the page", async () => {
  const file = (name: string, size: number) => ({
    ...{ id: "A".repeat(22), name, type: "image/jpeg" as const, size, state: "clean" as const },
  });
  const files = [file("Ảnh trước khi làm.jpg", 830_000), file("Ảnh sau khi làm.jpg", 2_400_000)];
  const receipt = composeReceipt(initiative, {
    ...{ unit: commune, superior: province, campaign: buildCampaign(), origin, files },
  });
  const { pages, text } = readPdf(await renderPdf(receipt, { faces: readFaces(), date: testNow }));
  expect(pages).toHaveLength(1);
  for (const { size } of files)
    expect(text.replace(/\s/g, " ")).toContain(`(${formatFileSize(size, "vi-VN")})`);
});

it("a link of a letter leads to our pages alone", () => {
  expect(ownLink(origin, "/tra-cuu#A.b").address).toBe(`${origin}/tra-cuu#A.b`);
  expect(() => ownLink(origin, "//vi-du.example/x")).toThrow();
  expect(() => ownLink(origin, "https://vi-du.example")).toThrow();
});
