import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { erased as erasedText } from "#core/base/text.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import { answerAsCoAuthor } from "#core/initiatives/co-author.ts";
import { type ErasureRequest, erase, erasedFiles } from "#core/initiatives/erasure.ts";
import type { OpenedEvent } from "#core/initiatives/history.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { summarise } from "#core/initiatives/initiative.ts";
import { type Move, movesFrom } from "#core/initiatives/lifecycle.ts";
import { correctContact, personalDataOf } from "#core/initiatives/personal-data.ts";
import { registerEntryOf } from "#core/initiatives/register.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { applyMove, parseMove } from "#core/initiatives/transition.ts";
import { dossierFields, registerFields, toCells } from "../../../functions/jobs/export/columns.ts";
import {
  buildApplication,
  buildInitiative,
  buildMoveForm,
  buildTransition,
} from "../../support/submissions.ts";
import { buildCampaign, testNow } from "../../support/units.ts";

type Who = ErasureRequest["who"];
interface Record {
  initiative: FormInitiative;
  events: OpenedEvent[];
}

const context = (role: "author" | "coAuthor" = "author") => ({
  actor: { role, staff: null },
  now: testNow,
  salt: () => randomBytes(16),
});
const historyOf = ({ initiative, events }: Record) => [
  { event: initiative.first, openings: firstOpenings(initiative) },
  ...events,
];
/** All that the table would hold of a record. */
const written = ({ initiative, events }: Record) =>
  JSON.stringify({
    initiative,
    summary: summarise(initiative),
    entry: registerEntryOf(initiative),
    events,
  });

function take(record: Record, made: { initiative: FormInitiative } & OpenedEvent): Record {
  const { initiative, event, openings } = made;
  return { initiative, events: [...record.events, { event, openings }] };
}

/** One step more: a move with a corrected application, an answer of a co-author, another phone number. */
function step(record: Record, choice: number): Record {
  const { initiative } = record;
  if (choice % 5 === 3)
    return take(
      record,
      answerAsCoAuthor(
        initiative,
        1,
        { answer: "confirmed", word: `Đúng là tôi, lần ${choice}`, publishName: "" },
        context("coAuthor"),
      ),
    );
  if (choice % 5 === 4) {
    try {
      const corrected = correctContact(
        initiative,
        { phone: `09${10_000_000 + choice}`, email: "" },
        context(),
      );
      return corrected ? take(record, corrected) : record;
    } catch (error) {
      if (error instanceof Problem) return record;
      throw error;
    }
  }
  const possible = movesFrom(initiative.state);
  const move = possible[choice % Math.max(1, possible.length)];
  if (!move) return record;
  const [first, second] = buildApplication().authors;
  const changed =
    first && second
      ? buildApplication({
          authors: [first, { ...second, workplace: `Nơi làm việc ${choice}` }],
          substance: `Nội dung sửa lần ${choice}`,
        })
      : buildApplication();
  const form =
    move === "resubmit" || move === "complete" ? { application: changed } : buildMoveForm(move, initiative);
  try {
    const made = applyMove(initiative, parseMove(move, form, testNow), {
      campaign: buildCampaign(),
      number: 1,
      ...context(),
    });
    return take(record, made);
  } catch (error) {
    if (error instanceof Problem) return record;
    throw error;
  }
}

const begin = (): Record => ({ initiative: buildInitiative(), events: [] });
const after = (...moves: Move[]): Record =>
  moves.reduce((record, move) => take(record, buildTransition(record.initiative, move)), begin());

/** The record once `who` has been erased. */
function erased(record: Record, who: Who): Record {
  const { transition, rewritten } = erase(record.initiative, record.events, who, context());
  if (!transition) return record;
  const events = record.events.map((past) => rewritten.find(({ event }) => event.n === past.event.n) ?? past);
  return take({ ...record, events }, transition);
}

/** Every text in the parts of a record that stand for `who`, current and earlier. */
function textsOf(record: Record, who: Who): string[] {
  const recognised = record.initiative.recognitions.some(({ revoked }) => revoked === null);
  const data = personalDataOf(record.initiative, record.events);
  const contacts = [data.contact, ...data.earlier.map(({ parts }) => parts.contact)];
  const people = [data.authors, ...data.earlier.map(({ parts }) => Object.values(parts))];
  const found = new Set<string>();
  const collect = (value: unknown, keep: (name: string) => boolean, name = ""): void => {
    if (typeof value === "string" && value.length > 3 && keep(name)) found.add(value);
    else if (value && typeof value === "object")
      for (const [key, member] of Object.entries(value)) collect(member, keep, key);
  };
  if (who === "contact" || who === "all") collect(contacts, (name) => name === "phone" || name === "email");
  if (who === "all") {
    collect(data.participants, () => true);
    const stays = ["fullName", "workplace", "position"];
    collect(people, (name) => name !== "share" && (!recognised || !stays.includes(name)));
  }
  if (typeof who === "number") {
    const { fullName, birthDate } = record.initiative.application.authors[who] ?? {};
    collect([birthDate, recognised ? "" : fullName], () => true);
  }
  return [...found];
}

const walks = fc.array(fc.nat(100), { minLength: 0, maxLength: 14 });
const whos = fc.constantFrom<Who>("contact", "all", 0, 1);

describe("after an erasure", () => {
  test("the chain verifies and nothing erased is found anywhere, whatever came before and comes after", () => {
    let done = 0;
    fc.assert(
      fc.property(walks, whos, walks, (before, who, later) => {
        let record = before.reduce(step, begin());
        const texts = textsOf(record, who);
        const counted = countInitiative(record.initiative);
        try {
          record = erased(record, who);
        } catch (error) {
          expect(error).toMatchObject({ code: "erasure.inReview" });
          expect(who).not.toBe("contact");
          return;
        }
        done++;
        expect(verifyHistory(historyOf(record))).toEqual([]);
        const kept = written(record);
        for (const text of texts) expect(kept).not.toContain(text);
        expect(countInitiative(record.initiative)).toEqual(counted);
        if (who === "contact") return;
        for (const choice of later.filter((each) => each % 5 < 3)) record = step(record, choice);
        expect(verifyHistory(historyOf(record))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(done).toBeGreaterThan(50);
  });

  test("asked for again, nothing more happens", () => {
    const once = erased(after("withdraw"), "all");
    expect(erase(once.initiative, once.events, "all", context()).transition).toBeNull();
    expect(erase(once.initiative, once.events, "contact", context()).transition).toBeNull();
    expect(erase(once.initiative, once.events, 1, context()).transition).toBeNull();
  });

  test("a withdrawn application says that it was, and no more than is counted", () => {
    const { initiative } = erased(after("withdraw"), "all");
    const { application } = initiative;
    expect(application.title).toBe(erasedText);
    expect(application.authors).toEqual([
      { fullName: erasedText, birthDate: "", workplace: "", position: "", qualification: "", share: 60 },
      { fullName: erasedText, birthDate: "", workplace: "", position: "", qualification: "", share: 40 },
    ]);
    expect(application).toMatchObject({ field: "environment", participants: [], substance: erasedText });
    const summary = summarise(initiative);
    expect(summary).toMatchObject({ title: erasedText, author: erasedText, authors: 2 });
    const rows = [
      toCells(dossierFields(String), summary),
      toCells(registerFields(true), { summary, entry: registerEntryOf(initiative) }),
    ];
    for (const cells of rows)
      expect(cells.filter((cell) => String(cell).includes("(đã xóa theo yêu cầu)"))).toHaveLength(2);
  });

  test("the files of every version are named for deletion, and their names are gone", () => {
    const file = (n: number) => ({
      id: `${n}`.repeat(22),
      name: `anh-gia-dinh-${n}.jpg`,
      type: "image/jpeg" as const,
      size: 1_000,
    });
    const [first, second, third] = [file(1), file(2), file(3)];
    let record = begin();
    for (const attachments of [[first], [second], [third]]) {
      record = take(record, buildTransition(record.initiative, "return"));
      const form = { application: buildApplication(), attachments };
      const made = applyMove(record.initiative, parseMove("resubmit", form, testNow), {
        campaign: buildCampaign(),
        number: 1,
        ...context(),
      });
      record = take(record, made);
    }
    record = take(record, buildTransition(record.initiative, "withdraw"));
    expect(written(record)).toContain(second.name);
    const after = erased(record, "all");
    const last = after.initiative.last;
    expect(last && erasedFiles(last).sort()).toEqual([first.id, second.id, third.id]);
    for (const { name } of [first, second, third]) expect(written(after)).not.toContain(name);
    expect(verifyHistory(historyOf(after))).toEqual([]);
  });

  test("of one author, the other stays whole", () => {
    const before = after("return", "resubmit", "refuse");
    const { initiative, events } = erased(before, 1);
    expect(initiative.application.authors[0]).toEqual(before.initiative.application.authors[0]);
    expect(initiative.application.authors[1]?.fullName).toBe(erasedText);
    expect(Object.keys(firstOpenings(initiative)).sort()).toEqual([
      "author0",
      "contact",
      "content",
      "participants",
    ]);
    expect(Object.keys(events[1]?.openings ?? {})).not.toContain("author1");
  });

  test("where a recognition stands, names stay with the decision and all else goes", () => {
    const before = after("accept", "propose", "recognise");
    const { kept, backupsUntil } = erase(before.initiative, before.events, "all", context());
    expect({ kept, backupsUntil }).toEqual({ kept: "recognised", backupsUntil: "2026-07-20" });
    const { initiative } = erased(before, "all");
    expect(initiative.application.title).toBe(before.initiative.application.title);
    expect(initiative.application.contact).toEqual({ phone: "", email: "" });
    expect(initiative.application.authors.map(({ fullName, birthDate }) => [fullName, birthDate])).toEqual([
      ["Nguyễn Thị Ánh Tuyết", ""],
      ["Huỳnh Ngọc Quý", ""],
    ]);
  });

  test("what a co-author answered goes with their name", () => {
    const word = "Tôi chỉ giúp vận chuyển thôi.";
    const answered = take(
      begin(),
      answerAsCoAuthor(
        begin().initiative,
        1,
        { answer: "denied", word, publishName: "" },
        context("coAuthor"),
      ),
    );
    const record = take(answered, buildTransition(answered.initiative, "withdraw"));
    expect(written(record)).toContain(word);
    expect(written(erased(record, 1))).not.toContain(word);
  });
});

describe("an erasure is refused", () => {
  test("while it is under review, but for the contact", () => {
    for (const moves of [[], ["accept"], ["accept", "propose"], ["return"]] as Move[][]) {
      const record = after(...moves);
      for (const who of ["all", 0] as const)
        expect(() => erased(record, who)).toThrow(expect.objectContaining({ code: "erasure.inReview" }));
      expect(erased(record, "contact").initiative.application.contact).toEqual({ phone: "", email: "" });
    }
  });

  test("of an author who is not in the form", () => {
    expect(() => erased(after("withdraw"), 2)).toThrow(expect.objectContaining({ code: "note.invalid" }));
  });
});

describe("a corrected contact", () => {
  test("takes the old one's place, is a step of the history, and says nothing anew where it says the same", () => {
    const record = begin();
    const corrected = correctContact(record.initiative, { phone: "0987654321", email: "" }, context());
    if (!corrected) throw new Error("not corrected");
    const after = take(record, corrected);
    expect(after.initiative).toMatchObject({ version: 2, state: "registered" });
    expect(after.initiative.application.contact.phone).toBe("0987654321");
    expect(verifyHistory(historyOf(after))).toEqual([]);
    expect(correctContact(after.initiative, { phone: "0987654321", email: "" }, context())).toBeNull();
  });
});
