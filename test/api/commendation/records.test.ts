import { describe, expect, it } from "vitest";
import type { Bloc, BlocForm } from "#core/commendation/bloc.ts";
import type { Nomination } from "#core/commendation/nomination.ts";
import type { BlocsView, NominationsView } from "../../../functions/api/commendation/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { drawRequest, keepNomination, nominationForm } from "../../support/commendations.ts";
import { commune, neighbour, staff } from "../../support/units.ts";

const api = await createTestApi();
const base = "/api/commendations";
type Person = (typeof staff)[keyof typeof staff];
const send = (method: string, path: string, body: object, by: Person = staff.reviewer) =>
  api.ask(`${base}${path}`, { method, body: { unit: commune.id, ...body }, staff: by });
const bodyOf = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
};
const faultsOf = async (response: Response) =>
  (await problemOf(response)).errors.map(({ pointer, code }) => `${pointer} ${code}`);

const blocForm = (changes: Partial<BlocForm> = {}): BlocForm => ({
  year: 2026,
  name: "Khối thi đua các thôn",
  rows: [
    { name: "Thôn 1", rank: 1, prize: "Cờ thi đua" },
    { name: "Thôn 2", rank: 2, prize: "1.000.000 đồng" },
    { name: "Thôn 3", rank: null, prize: "" },
  ],
  withdrawn: false,
  ...changes,
});

describe("ranks of a bloc", () => {
  it("are entered once, changed on their version, and listed by year", async () => {
    const path = `/blocs/${drawRequest()}`;
    const first = { version: 0, request: drawRequest(), form: blocForm() };
    const made = await bodyOf<Bloc>(await send("PUT", path, first));
    expect(await bodyOf<Bloc>(await send("PUT", path, first))).toEqual(made);
    const other = { ...first, request: drawRequest(), form: blocForm({ name: "Khác" }) };
    expect((await problemOf(await send("PUT", path, other))).code).toBe("version.conflict");
    const changed = await bodyOf<Bloc>(await send("PUT", path, { ...other, version: 1 }));
    expect(changed).toMatchObject({ version: 2, name: "Khác", unit: commune.id });
    const list = await bodyOf<BlocsView>(
      await api.ask(`${base}/blocs?unit=${commune.id}&year=2026`, { staff: staff.reviewer }),
    );
    expect(list.records).toEqual([changed]);
  });

  it("name each unit once, and ranks from one to three", async () => {
    const [row] = blocForm().rows;
    const twice = { version: 0, request: drawRequest(), form: blocForm({ rows: [row, row] as never }) };
    expect(await faultsOf(await send("PUT", `/blocs/${drawRequest()}`, twice))).toEqual([
      "/form/rows/1/name bloc.row.twice",
    ]);
    const fourth = { ...twice, form: blocForm({ rows: [{ ...row, rank: 4 }] as never }) };
    expect(await faultsOf(await send("PUT", `/blocs/${drawRequest()}`, fourth))).toEqual([
      "/form/rows/0/rank bloc.rank.invalid",
    ]);
    const future = { ...twice, form: blocForm({ year: 2062 }) };
    expect(await faultsOf(await send("PUT", `/blocs/${drawRequest()}`, future))).toEqual([
      "/form/year commendation.year.implausible",
    ]);
  });
});

describe("a nomination", () => {
  const put = (form: object, id = drawRequest()) =>
    send("PUT", `/nominations/${id}`, { version: 0, request: drawRequest(), form });

  it("gets its result with its day", async () => {
    const { id } = await keepNomination(api.store);
    const form = nominationForm({ state: "granted", resultOn: "2026-06-10", resultNumber: "12/QĐ-MTTW" });
    const change = { version: 1, request: drawRequest(), form };
    const granted = await bodyOf<Nomination>(await send("PUT", `/nominations/${id}`, change));
    expect(granted).toMatchObject({ version: 2, state: "granted" });
    const list = await bodyOf<NominationsView>(
      await api.ask(`${base}/nominations?unit=${commune.id}&year=2026`, { staff: staff.administrator }),
    );
    expect(list.records.map((each) => each.id)).toContain(id);
  });

  it("that still waits is listed whatever its year", async () => {
    const { id } = await keepNomination(api.store);
    const old = nominationForm({ year: 2024, sentOn: "2024-11-01" });
    const made = await bodyOf<Nomination>(await put(old));
    const list = await bodyOf<NominationsView>(
      await api.ask(`${base}/nominations?unit=${commune.id}`, { staff: staff.reviewer }),
    );
    expect(list).toMatchObject({ year: null, may: { write: true, erase: true } });
    expect(list.records.map((each) => each.id)).toEqual(expect.arrayContaining([id, made.id]));
  });

  it("is refused with days or a result that cannot be", async () => {
    const faults = async (changes: object) => faultsOf(await put(nominationForm(changes)));
    expect(await faults({ state: "granted" })).toEqual(["/form/resultOn nomination.resultOn.required"]);
    expect(await faults({ resultNumber: "1/QĐ" })).toEqual(["/form/state nomination.state.hasResult"]);
    expect(await faults({ state: "refused", resultOn: "2026-04-30" })).toEqual([
      "/form/resultOn nomination.resultOn.early",
    ]);
    expect(await faults({ year: 2062 })).toEqual(["/form/year commendation.year.implausible"]);
    expect(await faults({ sentOn: "2026-06-16" })).toEqual(["/form/sentOn nomination.day.future"]);
  });

  it("belongs to one unit, and loses its person's data at an erasure", async () => {
    const { id } = await keepNomination(api.store);
    const elsewhere = { unit: neighbour.id, version: 1, request: drawRequest(), form: nominationForm() };
    const foreign = await send("PUT", `/nominations/${id}`, elsewhere, staff.neighbourReviewer);
    expect((await problemOf(foreign)).code).toBe("commendation.taken");
    const erasure = { version: 1, request: drawRequest() };
    const erased = await bodyOf<Nomination>(await send("POST", `/nominations/${id}/erasure`, erasure));
    expect(erased).toMatchObject({ name: "", achievement: "", award: nominationForm().award });
  });
});
