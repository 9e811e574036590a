import { describe, expect, it } from "vitest";
import { changeCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import { linesAtOnce } from "#core/commendation/line.ts";
import { appendLines } from "#core/commendation/lines.ts";
import { addLines } from "#core/commendation/sums.ts";
import type {
  AwardsView,
  CommendationLinesView,
  CommendationLinesWrittenView,
  CommendationLogView,
  CommendationsView,
  CommendationView,
} from "../../../functions/api/commendation/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import {
  commendationForm,
  drawRequest,
  keepCommendation,
  lineForm,
  stepAt,
} from "../../support/commendations.ts";
import { commune, neighbour, province, staff } from "../../support/units.ts";

const api = await createTestApi();
const base = "/api/commendations";
const send = (method: string, path: string, body: object, by: (typeof staff)[keyof typeof staff]) =>
  api.ask(`${base}${path}`, { method, body, staff: by });
const bodyOf = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
};
const propose = async (form = commendationForm) => {
  const body = { id: drawRequest(), unit: commune.id, form };
  return bodyOf<CommendationView>(await send("POST", "", body, staff.reviewer));
};
const linesOf = async (id: string, after = 0) =>
  bodyOf<CommendationLinesView>(
    await api.ask(`${base}/${id}/lines?after=${after}`, { staff: staff.reviewer }),
  );
const manyLines = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    lineForm({ name: `Người thứ ${i}`, money: i % 3 === 0 ? 100_000 : null }),
  );

describe("a decision", () => {
  it("is proposed once, whatever its request is repeated", async () => {
    const body = { id: drawRequest(), unit: commune.id, form: commendationForm };
    const first = await bodyOf<CommendationView>(await send("POST", "", body, staff.reviewer));
    const again = await send("POST", "", body, staff.reviewer);
    expect(again.status).toBe(201);
    expect((await bodyOf<CommendationView>(again)).decision).toEqual(first.decision);
    const other = { ...body, form: { ...commendationForm, subject: "Khác" } };
    expect((await problemOf(await send("POST", "", other, staff.reviewer))).code).toBe("commendation.taken");
  });

  it("is what its request gets again after a colleague has changed it", async () => {
    const body = { id: drawRequest(), unit: commune.id, form: commendationForm };
    await bodyOf(await send("POST", "", body, staff.reviewer));
    const changed = { ...commendationForm, subject: "Tên mới" };
    const change = { version: 1, request: drawRequest(), form: changed };
    await bodyOf(await send("PUT", `/${body.id}`, change, staff.administrator));
    const again = await bodyOf<CommendationView>(await send("POST", "", body, staff.reviewer));
    expect(again.decision).toMatchObject({ version: 2, subject: "Tên mới" });
    const both = { ...body, id: drawRequest() };
    const [one, two] = await Promise.all([
      send("POST", "", both, staff.reviewer),
      send("POST", "", both, staff.reviewer),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
  });

  it("shows its newest log entries, and the others by pages", async () => {
    const { decision } = await propose();
    for (let version = 1; version < 120; version++) {
      const form = { ...commendationForm, subject: `Lần ${version}` };
      const changing = changeCommendation({ ...decision, version }, form, stepAt());
      if (changing) await api.store.commendations.save({ ...changing, before: { ...decision, version } });
    }
    const view = await bodyOf<CommendationView>(
      await api.ask(`${base}/${decision.id}`, { staff: staff.reviewer }),
    );
    const numbers = view.log.map(({ n }) => n);
    for (let before = view.logBefore; before !== null; ) {
      const page: CommendationLogView = await bodyOf(
        await api.ask(`${base}/${decision.id}/log?before=${before}`, { staff: staff.reviewer }),
      );
      expect(page.log.length).toBeLessThanOrEqual(50);
      numbers.unshift(...page.log.map(({ n }) => n));
      before = page.before;
    }
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  });

  it("names the lines that its log mentions, unless they were removed or erased", async () => {
    const names = ["Lê Văn Chín", "Lê Thị Mười", "Lê Văn Tám"];
    const lines = names.map((name) => lineForm({ name, sex: null }));
    const { id, version } = await keepCommendation(api.store, { lines });
    const logged = async () =>
      (await bodyOf<CommendationView>(await api.ask(`${base}/${id}`, { staff: staff.reviewer }))).logged;
    const [first, second, third] = names.map((name, i) => ({ n: i + 1, name }));
    expect(await logged()).toEqual(expect.arrayContaining([first, second, third]));
    const drop = (path: string, at: number, line: number) =>
      send(
        "POST",
        `/${id}/lines/${path}`,
        { version: at, request: drawRequest(), lines: [line] },
        staff.administrator,
      );
    await bodyOf(await drop("removal", version, 2));
    await bodyOf(await drop("erasure", version + 1, 3));
    expect(await logged()).toEqual([first]);
  });

  it("of one body, number and day is issued once; a namesake elsewhere needs an explanation", async () => {
    const issued = { number: "77/QĐ-UBND", signedOn: "2026-06-01" };
    await keepCommendation(api.store, { issued });
    const issue = async (unit: string, form: object) => {
      const { id, version } = await keepCommendation(api.store, { unit });
      return send("POST", `/${id}/issue`, { version, request: drawRequest(), form }, staff.administrator);
    };
    const faultsOf = async (response: Response) =>
      (await problemOf(response)).errors.map(({ pointer, code }) => `${pointer} ${code}`);
    const written = { number: "Số 77/QĐ-UBND", signedOn: "2026-06-01" };
    expect(await faultsOf(await issue(commune.id, { ...written, explanation: "Đã xem" }))).toEqual([
      "/number commendation.number.twice",
    ]);
    expect(await faultsOf(await issue(neighbour.id, written))).toEqual([
      "/explanation commendation.number.elsewhere",
    ]);
    expect((await issue(commune.id, { ...written, signedOn: "2026-06-02" })).status).toBe(200);
    const accepted = await issue(neighbour.id, { ...written, explanation: "Hai xã cùng tên nơi ban hành" });
    const { decision } = await bodyOf<CommendationView>(accepted);
    // A correction meets the same rule, and a cancelled decision gives its number free.
    const { id, version } = await keepCommendation(api.store, {
      issued: { ...issued, number: "78/QĐ-UBND" },
    });
    const correct = () =>
      send(
        "POST",
        `/${id}/corrections`,
        { version, request: drawRequest(), form: { ...issued, reason: "Ghi nhầm" } },
        staff.administrator,
      );
    expect(await faultsOf(await correct())).toEqual(["/number commendation.number.twice"]);
    expect(decision.number).toBe(written.number);
    const own = await api.store.commendations.ofNumber([province.id], issued);
    for (const { id: other, unit, version: read } of own) {
      if (unit !== commune.id) continue;
      const form = { ground: "laterFinding", reason: "Kết luận", on: "2026-06-15", moneyToRecover: null };
      await bodyOf(
        await send(
          "POST",
          `/${other}/cancellation`,
          { version: read, request: drawRequest(), form },
          staff.administrator,
        ),
      );
    }
    expect(await faultsOf(await correct())).toEqual(["/explanation commendation.number.elsewhere"]);
  });

  it("is listed by unit and year of award", async () => {
    const { decision } = await propose({ ...commendationForm, year: 2024 });
    const list = async (year: number) =>
      bodyOf<CommendationsView>(
        await api.ask(`${base}?unit=${commune.id}&year=${year}`, { staff: staff.administrator }),
      );
    expect((await list(2024)).decisions.map(({ id }) => id)).toEqual([decision.id]);
    const moved = { version: 1, request: drawRequest(), form: { ...commendationForm, year: 2023 } };
    await bodyOf(await send("PUT", `/${decision.id}`, moved, staff.reviewer));
    expect((await list(2024)).decisions).toEqual([]);
    expect((await list(2023)).decisions).toMatchObject([{ id: decision.id, version: 2, count: 0 }]);
  });

  it("that cites an unknown document is refused", async () => {
    const body = { id: drawRequest(), unit: commune.id, form: { ...commendationForm, document: "vb-x" } };
    const { errors } = await problemOf(await send("POST", "", body, staff.reviewer));
    expect(errors).toMatchObject([{ pointer: "/form/document", code: "campaign.basis.unknown" }]);
  });

  it("is issued, corrected and cancelled by an administrator, and never reopened", async () => {
    const { id, version } = await keepCommendation(api.store);
    const issue = (form: object, by = staff.administrator as (typeof staff)["administrator"]) =>
      send("POST", `/${id}/issue`, { version, request: drawRequest(), form }, by);
    const form = { number: "15/QĐ-UBND", signedOn: "2026-06-01" };
    expect((await issue(form, staff.reviewer as never)).status).toBe(403);
    const faulty = await problemOf(await issue({ ...form, number: "15 về việc khen thưởng" }));
    expect(faulty.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/number", "commendation.number.subject"],
    ]);
    const issued = await bodyOf<CommendationView>(await issue(form));
    expect(issued.decision).toMatchObject({ state: "issued", ...form });
    expect(issued.total).toEqual({ amount: 710_000, without: 0 });
    const added = { version: issued.decision.version, request: drawRequest(), lines: [lineForm()] };
    expect((await problemOf(await send("POST", `/${id}/lines`, added, staff.reviewer))).code).toBe(
      "commendation.moveNotAllowed",
    );
    const correction = {
      version: issued.decision.version,
      request: drawRequest(),
      form: { ...form, number: "16/QĐ-UBND", reason: "Ghi nhầm" },
    };
    const corrected = await bodyOf<CommendationView>(
      await send("POST", `/${id}/corrections`, correction, staff.administrator),
    );
    const cancellation = {
      version: corrected.decision.version,
      request: drawRequest(),
      form: {
        ground: "laterFinding",
        reason: "Kết luận thanh tra",
        on: "2026-06-15",
        moneyToRecover: 710_000,
      },
    };
    const cancelled = await bodyOf<CommendationView>(
      await send("POST", `/${id}/cancellation`, cancellation, staff.administrator),
    );
    expect(cancelled.decision.state).toBe("cancelled");
    expect(cancelled.may).toMatchObject({ change: false, issue: false, cancel: false });
    expect(cancelled.log.map(({ did }) => did)).toEqual([
      "propose",
      "addLines",
      "issue",
      "correct",
      "cancel",
    ]);
  });
});

describe("lines", () => {
  it("are added in chunks, each once however often it is sent", async () => {
    const { decision } = await propose();
    const body = { version: 1, request: drawRequest(), lines: manyLines(linesAtOnce) };
    const path = `/${decision.id}/lines`;
    const [one, two] = await Promise.all([
      send("POST", path, body, staff.reviewer),
      send("POST", path, body, staff.reviewer),
    ]);
    const again = await send("POST", path, body, staff.reviewer);
    for (const response of [one, two, again]) {
      const written = await bodyOf<CommendationLinesWrittenView>(response);
      expect(written).toMatchObject({ count: linesAtOnce, decision: { version: 2 } });
      expect(written.lines).toEqual(Array.from({ length: linesAtOnce }, (_, i) => i + 1));
    }
    const other = { ...body, request: drawRequest() };
    expect((await problemOf(await send("POST", path, other, staff.reviewer))).code).toBe("version.conflict");
    const tooMany = { ...body, lines: manyLines(linesAtOnce + 1) };
    expect((await problemOf(await send("POST", path, tooMany, staff.reviewer))).errors[0]?.code).toBe(
      "commendation.lines.tooMany",
    );
  });

  it("of a paste of 2,000 are all there, in order, with their sums", async () => {
    const { decision } = await propose();
    const lines = manyLines(2_000);
    let { version } = decision;
    for (let at = 0; at < lines.length; at += linesAtOnce) {
      const body = { version, request: drawRequest(), lines: lines.slice(at, at + linesAtOnce) };
      const written = await bodyOf<CommendationLinesWrittenView>(
        await send("POST", `/${decision.id}/lines`, body, staff.reviewer),
      );
      version = written.decision.version;
    }
    const names: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: CommendationLinesView = await linesOf(decision.id, after);
      names.push(...page.lines.map(({ name }) => name));
      after = page.next;
    }
    expect(names).toEqual(lines.map(({ name }) => name));
    const kept = await api.store.commendations.get(decision.id);
    expect(kept?.sums).toEqual(addLines([], { added: lines }));
  });

  it("are changed and removed by number", async () => {
    const { id, version } = await keepCommendation(api.store, { lines: manyLines(3) });
    const change = {
      version,
      request: drawRequest(),
      lines: [{ n: 2, line: lineForm({ name: "Trần Văn Bình", form: "cash", money: 5 }) }],
    };
    const changed = await bodyOf<CommendationLinesWrittenView>(
      await send("PUT", `/${id}/lines`, change, staff.reviewer),
    );
    expect(changed.lines).toEqual([2]);
    const removal = { version: version + 1, request: drawRequest(), lines: [1] };
    await bodyOf(await send("POST", `/${id}/lines/removal`, removal, staff.reviewer));
    const { lines } = await linesOf(id);
    expect(lines.map(({ n, name }) => [n, name])).toEqual([
      [2, "Trần Văn Bình"],
      [3, "Người thứ 2"],
    ]);
    const unknown = { version: version + 2, request: drawRequest(), lines: [1] };
    const { errors } = await problemOf(await send("POST", `/${id}/lines/removal`, unknown, staff.reviewer));
    expect(errors).toMatchObject([{ pointer: "/lines/0", code: "commendation.line.unknown" }]);
  });

  it("show the computed bonus beside the given one", async () => {
    const { id } = await keepCommendation(api.store, { lines: [lineForm({ money: 1 })] });
    const { lines } = await linesOf(id);
    expect(lines[0]).toMatchObject({ money: 1, computed: { amount: 710_000, gap: null } });
  });
});

describe("awards of a name", () => {
  const awardsOf = async (name: string, by = staff.administrator as (typeof staff)["administrator"]) =>
    bodyOf<AwardsView>(
      await api.ask(`${base}/awards?unit=${commune.id}&name=${encodeURIComponent(name)}`, { staff: by }),
    );
  const named = (birthYear: number | null, changes = {}) =>
    lineForm({ name: "Phan Văn Đức", birthYear, sex: "male", ...changes });

  it("stay apart where birth years differ or are unknown, and show decisions that may be read", async () => {
    await keepCommendation(api.store, { lines: [named(1970), named(1981), named(null)] });
    await keepCommendation(api.store, { lines: [named(1970)], form: { year: 2025 } });
    await keepCommendation(api.store, { lines: [named(1970)], unit: neighbour.id });
    const all = await awardsOf("phan van duc");
    expect(all.groups.map(({ birthYear, certain, awards }) => [birthYear, certain, awards.length])).toEqual(
      expect.arrayContaining([
        [1970, true, 3],
        [1981, true, 1],
        [null, false, 1],
      ]),
    );
    const years = all.groups.find(({ birthYear }) => birthYear === 1970)?.awards.map(({ of }) => of.year);
    expect(years).toEqual([2026, 2026, 2025]);
    const own = await awardsOf("Phan Văn Đức", staff.reviewer as never);
    expect(own.groups.find(({ birthYear }) => birthYear === 1970)?.awards).toHaveLength(2);
  });

  it("of the days before a merger are found under the province that was", async () => {
    const old = { ...province, id: "tinh-cu", code: "89", name: "Tỉnh cũ", validTo: "2025-06-30" };
    const joined = { ...neighbour, id: "xa-sap-nhap", code: "90009", parent: province.id };
    await api.store.directory.putUnit({ ...old, successors: [province.id] });
    await api.store.directory.putUnit({
      ...joined,
      earlier: [{ until: "2025-06-30", code: "1", name: "Xã cũ", parent: old.id }],
    });
    const form = { ...commendationForm, year: 2024 };
    const proposal = { id: drawRequest(), unit: joined.id, form };
    const made = proposeCommendation(proposal, [joined.id, old.id], stepAt());
    await api.store.commendations.save(made);
    const lines = appendLines(made.after, [lineForm({ name: "Cao Thị Xưa" })], stepAt());
    await api.store.commendations.save(lines);
    const fresh = api.open(api.openSecondStore());
    const cookie = `__Host-session=${await api.signIn(staff.administrator)}`;
    for (const unit of [joined.id, province.id]) {
      const path = `${base}/awards?unit=${unit}&name=cao%20thi%20xua`;
      const answer = await fresh.request(`http://localhost${path}`, { headers: { cookie } });
      expect((await bodyOf<AwardsView>(answer)).groups, unit).toHaveLength(1);
    }
  });

  it("are gone after an erasure, in an issued decision too", async () => {
    const { id, version } = await keepCommendation(api.store, {
      lines: [named(1999)],
      issued: { number: "9/QĐ", signedOn: "2026-06-01" },
    });
    const body = { version, request: drawRequest(), lines: [1] };
    const before = await api.store.commendations.get(id);
    const erased = await bodyOf<CommendationLinesWrittenView>(
      await send("POST", `/${id}/lines/erasure`, body, staff.reviewer),
    );
    expect(erased.decision.sums).toEqual(before?.sums);
    expect((await linesOf(id)).lines[0]).toMatchObject({ name: "", birthYear: null, erased: true });
    expect((await awardsOf("Phan Văn Đức")).groups.some(({ birthYear }) => birthYear === 1999)).toBe(false);
  });
});
