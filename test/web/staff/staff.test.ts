import { describe, expect, test } from "vitest";
import { validate } from "#core/base/validation.ts";
import { unplaced } from "#core/figures/figure.ts";
import { type Move, moveForms, moves } from "#core/initiatives/lifecycle.ts";
import type { FiguresView } from "../../../functions/api/figures/views.ts";
import { matchUnits } from "../../../web/src/combobox/unit-match.ts";
import {
  describeTrend,
  funnelOf,
  latestKnownYear,
  periodRows,
  slicesOf,
  withinSentence,
  yearRows,
} from "../../../web/src/staff/dashboard/board-rows.ts";
import {
  askedFields,
  checkMove,
  composeForm,
  offeredMoves,
  pointerOf,
} from "../../../web/src/staff/dossiers/moving.ts";
import { pathTo, readAddress } from "../../../web/src/staff/parts/address.ts";
import { buildBoard, evaluatedYears, isSuspect } from "../../../web/src/staff/parts/board.ts";
import { deadlineOf } from "../../../web/src/staff/parts/deadline.ts";
import { formatDifference, formatNumber, formatPercent } from "../../../web/src/staff/parts/numbers.ts";
import { staffEn } from "../../../web/src/staff/words/en/index.ts";
import { staffVi } from "../../../web/src/staff/words/vi/index.ts";

describe("a unit that somebody types to find it", () => {
  const units = [
    { name: "Phường Nha Trang", code: "22366" },
    { name: "Phường Tây Nha Trang", code: "22390" },
    { name: "Xã Diên Lâm", code: "22660", former: ["Xã Xuân Đồng", "Huyện Diên Khánh"] },
    { name: "Xã Diên Khánh", code: "22651", former: ["Thị trấn Diên Khánh", "Huyện Diên Khánh"] },
  ];
  test.each([
    ["", ["Phường Nha Trang", "Phường Tây Nha Trang", "Xã Diên Lâm", "Xã Diên Khánh"], null],
    ["tp nha trang", ["Phường Nha Trang", "Phường Tây Nha Trang"], null],
    ["TP. Nha Trang", ["Phường Nha Trang", "Phường Tây Nha Trang"], null],
    ["huyen dien khanh", ["Xã Diên Lâm", "Xã Diên Khánh"], "Huyện Diên Khánh"],
    ["xã xuân đồng", ["Xã Diên Lâm"], "Xã Xuân Đồng"],
    ["tt dien khanh", ["Xã Diên Khánh", "Xã Diên Lâm"], "Thị trấn Diên Khánh"],
    ["2266", ["Xã Diên Lâm"], null],
    ["dien kh", ["Xã Diên Khánh", "Xã Diên Lâm"], null],
    ["ninh hoa", [], null],
  ])("%s", (typed, names, former) => {
    const match = matchUnits(typed);
    const found = units
      .flatMap((unit) => {
        const { rank, former: by } = match(unit) ?? { rank: -1, former: null };
        return rank === -1 ? [] : [{ name: unit.name, rank, by }];
      })
      .sort((a, b) => a.rank - b.rank);
    expect(found.map(({ name }) => name)).toEqual(names);
    expect(found[0]?.by ?? null).toBe(former);
  });
});

describe("addresses of the staff pages", () => {
  test("each page has its own, a dossier lies behind its list", () => {
    expect(readAddress("/quan-tri")).toEqual({ page: "dashboard" });
    expect(readAddress("/quan-tri/")).toEqual({ page: "dashboard" });
    expect(readAddress("/quan-tri/ho-so")).toEqual({ page: "inbox", id: null });
    expect(readAddress("/quan-tri/ho-so/7K3M-9QTX-2F4H")).toEqual({ page: "inbox", id: "7K3M-9QTX-2F4H" });
    expect(readAddress("/quan-tri/so-tiep-nhan")).toEqual({ page: "register", id: null });
    expect(readAddress("/quan-tri/hoi-dong/7K3M-9QTX-2F4H")).toEqual({
      page: "council",
      id: "7K3M-9QTX-2F4H",
    });
    expect(readAddress("/quan-tri/nhap-ho-so")).toEqual({ page: "paper" });
  });

  test("what is no page is said to be none", () => {
    for (const path of [
      "/quan-tri/toString",
      "/quan-tri/khac",
      "/quan-tri/ho-so/a/b",
      "/quan-tri/nhap-ho-so/a",
    ])
      expect(readAddress(path)).toEqual({ page: "unknown" });
  });

  test("a path leaves out what its query does not say, and is read back", () => {
    expect(pathTo("dashboard", { unit: "xa-dien-khanh", year: 2026 })).toBe(
      "/quan-tri?unit=xa-dien-khanh&year=2026",
    );
    const path = pathTo("inbox", { state: null, unit: undefined, sort: "" }, "7K3M-9QTX-2F4H");
    expect(path).toBe("/quan-tri/ho-so/7K3M-9QTX-2F4H");
    expect(readAddress(path)).toEqual({ page: "inbox", id: "7K3M-9QTX-2F4H" });
  });
});

describe("deadlines", () => {
  test("the day itself is in time, the day after is one late", () => {
    expect(deadlineOf("2026-11-23", "2026-11-23")).toEqual({ kind: "today", days: 0 });
    expect(deadlineOf("2026-11-22", "2026-11-23")).toEqual({ kind: "late", days: 1 });
    expect(deadlineOf("2026-11-24", "2026-11-23")).toEqual({ kind: "soon", days: 1 });
    expect(deadlineOf("2026-12-31", "2026-11-23")).toEqual({ kind: "far", days: 38 });
    expect(deadlineOf(null, "2026-11-23")).toEqual({ kind: "none" });
  });
});

describe("moves", () => {
  const filled = {
    reason: "Thiếu số liệu.",
    opinion: "Thiết thực.",
    decisionNumber: "15/QĐ-UBND",
    decisionSignedOn: "20/11/2026",
    dueOn: "10/12/2026",
    benefitsByAuthor: "Giúp 86 hộ.",
    benefitsByUsers: "",
  };
  const today = "2026-11-23";
  const withDialog = moves.filter((move) => askedFields[move] !== undefined);

  test("every move but those with a whole application has a dialog", () => {
    expect(moves.filter((move) => askedFields[move] === undefined)).toEqual(["resubmit", "complete"]);
  });

  test.each(withDialog)("what the dialog of %s asks for is what its schema takes", (move) => {
    const form = composeForm(move, filled);
    expect(validate(moveForms[move], form)).toMatchObject({ ok: true });
    expect(checkMove(move, form, today)).toEqual([]);
  });

  test.each(withDialog)("what the dialog of %s must have is refused when empty, beside its field", (move) => {
    const at = checkMove(move, composeForm(move, {}), today).map(({ pointer }) => pointer);
    const needed = (askedFields[move] ?? []).filter(({ optional }) => !optional);
    expect([...new Set(at)].sort()).toEqual(needed.map(({ field }) => pointerOf[field]).sort());
  });

  test("a decision of not recognising may be left out whole, but not half", () => {
    expect(composeForm("notRecognise", { reason: "Trùng." })).toEqual({ reason: "Trùng.", decision: null });
    const half = composeForm("notRecognise", { reason: "Trùng.", decisionNumber: "15/QĐ-UBND" });
    expect(checkMove("notRecognise", half, today).map(({ pointer }) => pointer)).toContain(
      pointerOf.decisionSignedOn,
    );
  });

  test("days are those of the calendar: a decision is signed, a term lies ahead", () => {
    const late = composeForm("recognise", { ...filled, decisionSignedOn: "24/11/2026" });
    expect(checkMove("recognise", late, today)).toEqual([
      { pointer: "/decision/signedOn", code: "decision.signedOn.future" },
    ]);
    const past = composeForm("askToComplete", { ...filled, dueOn: "22/11/2026" });
    expect(checkMove("askToComplete", past, today)).toEqual([{ pointer: "/dueOn", code: "dueOn.past" }]);
    const none = composeForm("recognise", { ...filled, decisionSignedOn: "31/11/2025" });
    expect(checkMove("recognise", none, today)).toEqual([
      { pointer: "/decision/signedOn", code: "decision.signedOn.invalid" },
    ]);
  });

  test("the step forward comes first", () => {
    const offered = (possible: Move[]) => offeredMoves({ moves: possible });
    expect(offered(["return", "refuse", "withdraw", "propose"])).toEqual({
      main: "propose",
      others: ["return", "refuse", "withdraw"],
    });
    expect(offered(["resubmit", "withdraw"])).toEqual({ main: null, others: ["resubmit", "withdraw"] });
  });
});

describe("numbers", () => {
  test("as each language writes them", () => {
    expect(formatNumber(1234.5, "vi")).toBe("1.234,5");
    expect(formatNumber(1234.5, "en")).toBe("1,234.5");
    expect(formatPercent(21 / 46, "vi")).toBe("45,7%");
    expect(formatDifference(-2, "vi")).toBe("−2");
    expect(formatDifference(1, "vi")).toBe("+1");
    expect(formatDifference(0, "vi")).toBe("±0");
  });
});

describe("the dashboard", () => {
  const declare = (key: string, from: number, to: number, value: number | null, measure: string) => ({
    unit: "dien-khanh",
    key,
    from: String(from),
    to: String(to),
    value,
    qualifier: null,
    measure,
    label: key,
    partOf: [],
    ...unplaced,
    document: "bai-bao",
    declaredBy: null,
    withdrawn: false,
    version: 1,
    earlier: [],
    note: "",
  });
  const count = (key: string, year: number, value: number, dimension = "") => ({
    unit: "dien-khanh",
    key,
    dimension,
    year,
    value,
  });
  const dienKhanh = (to: number): FiguresView => ({
    unit: { id: "dien-khanh", name: "Huyện Diên Khánh", validTo: "2025-06-30" },
    isListed: false,
    from: 2019,
    to,
    declared: [
      declare("registered", 2019, 2019, 48, "hồ sơ"),
      declare("registered", 2020, 2020, 46, "hồ sơ"),
      declare("registered", 2021, 2021, 45, "hồ sơ"),
      declare("recognised", 2019, 2019, 20, "sáng kiến"),
      declare("recognised", 2020, 2020, 21, "sáng kiến"),
      declare("recognised", 2021, 2021, null, "sáng kiến"),
      declare("commendation.a", 2019, 2020, 724, "lượt cá nhân"),
      declare("commendation.b", 2019, 2020, 305, "lượt tập thể"),
      declare("commendation.c", 2019, 2020, 419, "lượt cá nhân"),
    ],
    counted: [
      count("recognised", 2020, 11),
      count("state", 2020, 11, "state:recognised"),
      count("recognised", 2020, 5, "system:front"),
    ],
    campaigns: [],
    today: "2026-11-23",
  });

  test("a year beside the year before", () => {
    const board = buildBoard(dienKhanh(2020));
    expect(board.registered).toEqual({ now: 46, before: 48 });
    expect(board.recognised).toEqual({ now: 21, before: 20 });
    expect(board.rate.now).toMatchObject({ numerator: 21, denominator: 46 });
    expect(board.rate.before).toMatchObject({ numerator: 20, denominator: 48 });
    expect(describeTrend(board)).toBe("board.trend.moreFromLess");
  });

  test("unknown is not zero: 2021 is registered and not evaluated, and what is open lies on paper", () => {
    const board = buildBoard(dienKhanh(2021));
    expect(board.recognised.now).toBeNull();
    expect(board.rate.now).toBeNull();
    expect(board.open.now).toBeNull();
    expect(board.overdue.now).toBeNull();
    expect(board.unfinished).toEqual([2021]);
    expect(buildBoard(dienKhanh(2020)).open.now).toBe(0);
  });

  test("the rate of a year counts only where every campaign of it is evaluated", () => {
    const counted = [count("registered", 2026, 10), count("recognised", 2026, 4)];
    const view = (evaluated: boolean[]): FiguresView => ({
      ...dienKhanh(2026),
      declared: [],
      counted,
      campaigns: evaluated.map((done, i) => ({ id: `c${i}`, year: 2026, evaluated: done, demo: false })),
    });
    expect(buildBoard(view([true, false])).rate.now).toBeNull();
    expect(buildBoard(view([true, true])).rate.now?.value).toBe(0.4);
    expect(evaluatedYears(view([true, false]).campaigns).get(2026)).toBe(false);
  });

  test("open and overdue are summed from states and due days", () => {
    const board = buildBoard({
      ...dienKhanh(2026),
      declared: [],
      counted: [
        count("registered", 2026, 9),
        count("state", 2026, 4, "state:registered"),
        count("state", 2026, 3, "state:inCouncil"),
        count("state", 2026, 2, "state:refused"),
        count("open", 2026, 2, "due:2026-11-22"),
        count("open", 2026, 5, "due:2026-11-23"),
      ],
    });
    expect(board.open.now).toBe(7);
    expect(board.overdue.now).toBe(2);
    expect(funnelOf(board.counted, 2026).map(({ state }) => state)).toEqual([
      "registered",
      "inCouncil",
      "refused",
    ]);
  });

  test("single years stand side by side, longer periods keep their own", () => {
    const board = buildBoard(dienKhanh(2021));
    const registered = yearRows(board).find(({ key }) => key === "registered");
    expect(registered?.cells.map((cell) => cell?.value)).toEqual([48, 46, 45]);
    expect(periodRows(board).map(({ key }) => key)).toContain("recognitionRate");
    expect(slicesOf(board.counted, "recognised", "system", 2020)).toEqual([{ name: "front", value: 5 }]);
  });

  test("the suspected total is marked, and no other figure", () => {
    const board = buildBoard(dienKhanh(2021));
    expect(board.figures.filter((figure) => isSuspect(board, figure)).map(({ key }) => key)).toEqual([
      "commendation.a",
    ]);
  });

  test("an ended unit opens at the last year it knows", () => {
    expect(latestKnownYear(dienKhanh(2026))).toBe(2021);
    const campaigns = [{ id: "khanh-hoa-2026", year: 2026, evaluated: false, demo: false }];
    expect(latestKnownYear({ ...dienKhanh(2026), campaigns })).toBe(2021);
    const nothing = { ...dienKhanh(2026), declared: [], counted: [], campaigns };
    expect(latestKnownYear(nothing)).toBe(2025);
    const living = { ...nothing, unit: { ...nothing.unit, validTo: null } };
    expect(latestKnownYear(living)).toBe(2026);
    expect(latestKnownYear({ ...living, campaigns: [] })).toBeNull();
  });

  test("zero is not unknown: what is on the system and was never recognised, and a campaign without a dossier", () => {
    const view = { ...dienKhanh(2026), unit: { id: "xa", name: "Xã", validTo: null }, declared: [] };
    const counted = [count("registered", 2026, 9), count("state", 2026, 9, "state:registered")];
    expect(buildBoard({ ...view, counted }).recognised).toEqual({ now: 0, before: null });
    const campaigns = [{ id: "khanh-hoa-2026", year: 2026, evaluated: false, demo: false }];
    const begun = buildBoard({ ...view, counted: [], campaigns });
    expect([begun.registered.now, begun.open.now, begun.recognised.now, begun.overdue.now]).toEqual([
      0, 0, 0, 0,
    ]);
    const unknown = buildBoard({ ...view, counted: [] });
    expect([unknown.registered.now, unknown.open.now, unknown.recognised.now]).toEqual([null, null, null]);
  });

  test("a tile and the states agree: those recognised that stand elsewhere are counted", () => {
    const counted = [
      count("recognised", 2026, 5),
      count("state", 2026, 4, "state:recognised"),
      count("state", 2026, 1, "state:proposed"),
    ];
    expect(buildBoard({ ...dienKhanh(2026), declared: [], counted }).recognisedElsewhere).toBe(1);
  });

  test("a unit's kind begins small inside a sentence, a name does not", () => {
    expect(withinSentence("Huyện Diên Khánh")).toBe("huyện Diên Khánh");
    expect(withinSentence("Hội Liên hiệp Phụ nữ")).toBe("Hội Liên hiệp Phụ nữ");
  });
});

describe("words", () => {
  test("both languages have every key, with the same parameters", () => {
    expect(Object.keys(staffEn).sort()).toEqual(Object.keys(staffVi).sort());
    const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [key, text] of Object.entries(staffVi))
      expect([key, ...params(staffEn[key as keyof typeof staffVi])]).toEqual([key, ...params(text)]);
  });
});
