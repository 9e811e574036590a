import { expect, it } from "vitest";
import { awardFormKeys, awardLevels, recipientKinds } from "#core/commendation/forms.ts";
import { cancelCommendation } from "#core/commendation/lifecycle.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { rebuildFigures, reconcileFigures } from "../../functions/figures/rebuild.ts";
import { keepCommendation, lineForm, stepAt } from "../support/commendations.ts";
import { createTestTable } from "../support/table.ts";
import { commune, province } from "../support/units.ts";

const { store } = await createTestTable();

const countedAt = async (unit: string) => {
  const { counted } = await store.figures.rows(unit, 1990);
  return counted
    .filter(({ value }) => value !== 0)
    .map(({ year, key, dimension, value }) => [year, [key, dimension].filter(Boolean).join("#"), value])
    .sort();
};

it("an issued decision counts in the year of its award, here and above, until it is cancelled", async () => {
  const lines = [
    lineForm({ system: "front" }),
    lineForm({ name: "Lê Thị Lan", system: "memberOrganisation" }),
    lineForm({ name: "Hộ ông Ba", recipientKind: "household", sex: null }),
  ];
  await keepCommendation(store, { lines });
  const issued = { number: "15/QĐ-UBND", signedOn: "2026-02-01" };
  const decision = await keepCommendation(store, { form: { year: 2025 }, lines, issued });
  expect(await reconcileFigures(store)).toBe(2);
  const expected = [
    [2025, "commendation.commune.praiseCertificate.household", 1],
    [2025, "commendation.commune.praiseCertificate.individual", 2],
    [2025, "commendations#recipient:household", 1],
    [2025, "commendations#recipient:individual", 2],
    [2025, "commendations#total:awards", 3],
    [2025, "commendations#total:decisions", 1],
    // 0.3 of a base salary of 2,340,000 đồng, rounded up; a household has no multiple.
    [2025, "commendations#total:money", 1_420_000],
    [2025, "commendations#total:withoutMoney", 1],
    [2025, "commended.front", 1],
    [2025, "commended.memberOrganisations", 1],
  ];
  for (const unit of [commune.id, province.id]) expect(await countedAt(unit)).toEqual(expected);
  const cancellation = {
    ground: "unlawfulAppraisal",
    reason: "Thẩm định sai",
    on: "2026-06-01",
    moneyToRecover: null,
  } as const;
  await store.commendations.save(cancelCommendation(decision, cancellation, stepAt()));
  await reconcileFigures(store);
  expect(await countedAt(province.id)).toEqual([]);
  await rebuildFigures(store);
  expect(await countedAt(province.id)).toEqual([]);
});

it("every key that a decision may count has a definition", () => {
  for (const level of awardLevels)
    for (const form of awardFormKeys)
      for (const recipient of recipientKinds)
        expect(definitionOf(`commendation.${level}.${form}.${recipient}`)).not.toBeNull();
});
