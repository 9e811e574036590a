import { expect, it } from "vitest";
import type {
  AwardedPersonView,
  CommendationCandidatesView,
  CommendationWarningsView,
} from "../../../functions/api/commendation/views.ts";
import { keepModel } from "../../support/activities.ts";
import { createTestApi } from "../../support/api.ts";
import { keepCommendation, lineForm } from "../../support/commendations.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { commune, neighbour, staff } from "../../support/units.ts";

const api = await createTestApi();
const base = "/api/commendations";
const get = async <T>(path: string, by: (typeof staff)[keyof typeof staff] = staff.reviewer) => {
  const response = await api.ask(`${base}${path}`, { staff: by });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
};

async function recognise(unit = commune.id) {
  let initiative = buildInitiative({ unit });
  await api.store.initiatives.create(initiative);
  for (const move of ["accept", "propose", "recognise"] as const) {
    const number = await api.store.initiatives.nextNumber(unit, initiative.year);
    const transition = buildTransition(initiative, move, number);
    await api.store.initiatives.save(transition, initiative);
    initiative = transition.initiative;
  }
  return initiative;
}

it("candidates are the authors of initiatives recognised below the unit, with birth years for those who may see them", async () => {
  const initiative = await recognise();
  await recognise(neighbour.id);
  const { id } = await keepCommendation(api.store);
  const path = `/${id}/candidates?year=2026`;
  const { candidates } = await get<CommendationCandidatesView>(path);
  const { authors } = initiative.application;
  expect(candidates.map(({ line, listed }) => [line.initiative, line.name, line.birthYear, listed])).toEqual(
    authors.map(({ fullName, birthDate }) => [initiative.id, fullName, Number(birthDate.slice(0, 4)), false]),
  );
  const hidden = await get<CommendationCandidatesView>(path, staff.administrator);
  expect(hidden.candidates.map(({ line }) => line.birthYear)).toEqual(authors.map(() => null));
  const { id: taken } = await keepCommendation(api.store, { lines: candidates.map(({ line }) => line) });
  const again = await get<CommendationCandidatesView>(`/${taken}/candidates?year=2026`);
  expect(again.candidates.every(({ listed }) => listed)).toBe(true);
});

it("models of the unit and below are candidates too, each for its area", async () => {
  const { id, name, area } = await keepModel(api.store);
  const { id: decision } = await keepCommendation(api.store);
  const { candidates } = await get<CommendationCandidatesView>(
    `/${decision}/candidates?year=2026&from=models`,
  );
  expect(candidates).toMatchObject([
    { line: { recipientKind: "residentialArea", name: area || name, model: id }, title: name },
  ]);
});

it("warnings come page by page: the decision's own suspicions, and those against other decisions", async () => {
  const lines = Array.from({ length: 250 }, (_, i) => lineForm({ name: `Người số ${i}` }));
  await keepCommendation(api.store, { lines: lines.slice(240), form: { year: 2025 } });
  const { id } = await keepCommendation(api.store, { lines: [...lines, lineForm({ name: "Hộ ông Tư" })] });
  const first = await get<CommendationWarningsView>(`/${id}/warnings`);
  expect(first.warnings).toEqual([]);
  const second = await get<CommendationWarningsView>(`/${id}/warnings?after=${first.next}`);
  expect(second.next).toBeNull();
  expect(second.warnings.map(({ code, lines: [n] }) => [code, n])).toEqual([
    ["householdAmongIndividuals", 251],
    ...Array.from({ length: 10 }, (_, i) => ["sameAchievementElsewhere", 241 + i]),
  ]);
  expect(second.warnings[1]?.params).toMatchObject({ name: "Người số 240", year: "2025" });
});

it("a recipient named on two pages is told once, on the page of the first line, and the budget on the first page", async () => {
  const lines = Array.from({ length: 210 }, (_, i) => lineForm({ name: `Tên thứ ${i}` }));
  const named = [...lines, lineForm({ name: "Tên thứ 3" }), lineForm({ name: "Tên thứ 205" })];
  const { id } = await keepCommendation(api.store, { lines: named, form: { budget: 1_000 } });
  const first = await get<CommendationWarningsView>(`/${id}/warnings`);
  expect(first.warnings.map(({ code, lines: numbers }) => [code, ...numbers])).toEqual([
    ["overBudget"],
    ["sameAchievement", 4, 211],
  ]);
  const second = await get<CommendationWarningsView>(`/${id}/warnings?after=${first.next}`);
  expect(second.warnings.map(({ code, lines: numbers }) => [code, ...numbers])).toEqual([
    ["sameAchievement", 206, 212],
  ]);
});

it("no page of warnings, and no candidate, reads lines beyond those it is about", async () => {
  const lines = Array.from({ length: 1_000 }, (_, i) => lineForm({ name: `Dòng số ${i}` }));
  const { id } = await keepCommendation(api.store, { lines });
  let read = 0;
  api.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      read += (answer.output as { Items?: unknown[] }).Items?.length ?? 0;
      return answer;
    },
    { step: "initialize", name: "countItems" },
  );
  await get<CommendationWarningsView>(`/${id}/warnings`);
  expect(read).toBeLessThan(450);
  read = 0;
  await get<CommendationCandidatesView>(`/${id}/candidates?year=2026`);
  expect(read).toBeLessThan(100);
});

it("a person's data are those under exactly this name and year", async () => {
  const name = "Đặng Thị Yến";
  await keepCommendation(api.store, { lines: [lineForm({ name }), lineForm({ name, birthYear: null })] });
  await keepCommendation(api.store, { lines: [lineForm({ name })], unit: neighbour.id });
  const of = (birthYear: string, by?: typeof staff.administrator, more = "") =>
    get<AwardedPersonView>(
      `/awards/personal-data?unit=${commune.id}&name=${encodeURIComponent(name)}&birthYear=${birthYear}${more}`,
      by as never,
    );
  expect((await of("1980")).awards.map(({ name: kept, workplace }) => [kept, workplace])).toEqual([
    [name, lineForm().workplace],
  ]);
  expect((await of("1980", staff.administrator)).awards).toHaveLength(2);
  // Without a birth year the workplace tells equal names apart, and the kind a body from a person.
  const at = (workplace: string) => `&workplace=${encodeURIComponent(workplace)}`;
  expect((await of("", undefined, at(lineForm().workplace))).awards).toHaveLength(1);
  expect((await of("", undefined, at("Thôn 9"))).awards).toEqual([]);
  expect((await of("1980", undefined, "&recipientKind=household")).awards).toEqual([]);
  await expect(of("")).rejects.toThrow();
  expect((await of("1980")).readers).toEqual(["reviewer", "administrator"]);
});
