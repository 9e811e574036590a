import { isValidOn, pathOf } from "../functions/core/unit.ts";
import type { Store } from "../functions/store/store.ts";
import { readExample } from "./example-sheets.ts";

/**
 * Loads a folder of sheets (`examples/…`) into the store: units, documents, campaigns with their councils and frozen units, staff, declared
 * figures, and recognised titles of cited documents. All is checked before the first write. Loading it again changes nothing.
 */
export async function loadExample(store: Store, folder: string): Promise<void> {
  const example = readExample(folder);
  const { directory, figures, staff, initiatives } = store;
  await all(example.units, ({ unit }) => directory.putUnit(unit));
  await all(example.documents, directory.putDocument);
  await all(example.figures, figures.putDeclared);
  await all(example.staff, staff.put);
  await all(example.initiatives, initiatives.create);
  const units = new Map(example.units.map(({ unit }) => [unit.id, unit]));
  for (const campaign of example.campaigns) {
    const taking = example.units.filter(
      ({ unit }) => isValidOn(unit, campaign.opensOn) && pathOf(units, unit.id).includes(campaign.unit),
    );
    await all(taking, ({ unit: { id, code, name, level, system }, receives }) =>
      directory.putCampaignUnit(campaign.id, {
        id,
        code,
        name,
        level,
        system,
        path: pathOf(units, id),
        receives,
      }),
    );
    // The campaign comes last: whoever sees it finds its units.
    await directory.putCampaign(campaign);
  }
}

async function all<T>(items: T[], write: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await write(item);
}
