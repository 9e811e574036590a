import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { Council, Councils } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import {
  campaignKey,
  campaignPartition,
  campaignUnitKey,
  campaignUnitPartition,
  councilPartition,
  documentKey,
  documentPartition,
  type Key,
  unitKey,
  unitPartition,
} from "./keys.ts";
import { type Item, queryAll, type Table } from "./table.ts";
import { putItem } from "./writes.ts";

const cachedMilliseconds = 60_000;

/** Units, councils, campaigns and documents; each partition is cached for 60 s. */
export function createDirectoryStore(table: Table, clock: () => string) {
  const cache = new Map<string, { readAt: number; items: Promise<Item[]> }>();

  const read = (partition: string): Promise<Item[]> => {
    const now = Date.parse(clock());
    const kept = cache.get(partition);
    if (kept && now - kept.readAt < cachedMilliseconds) return kept.items;
    const items = Array.fromAsync(queryAll(table, { partition }));
    cache.set(partition, { readAt: now, items });
    items.catch(() => cache.delete(partition));
    return items;
  };

  const put = async (key: Key, record: object): Promise<void> => {
    await putItem(table, { ...key, record });
    cache.delete(key.pk);
  };

  const records = async <T>(partition: string): Promise<T[]> =>
    (await read(partition)).map((item) => item.record as T);

  return {
    putUnit: (unit: Unit) => put(unitKey(unit.id), unit),
    units: async (): Promise<ReadonlyMap<string, Unit>> =>
      new Map((await records<Unit>(unitPartition)).map((unit) => [unit.id, unit])),

    councils: async (): Promise<Councils> =>
      new Map((await records<Council>(councilPartition)).map((council) => [council.id, council])),

    putCampaign: (campaign: Campaign) => put(campaignKey(campaign.year, campaign.id), campaign),
    campaigns: (): Promise<Campaign[]> => records<Campaign>(campaignPartition),
    campaign: async (id: string): Promise<Campaign | null> =>
      (await records<Campaign>(campaignPartition)).find((campaign) => campaign.id === id) ?? null,
    forgetCampaign: (id: string): void => {
      for (const partition of [campaignPartition, campaignUnitPartition(id), documentPartition])
        cache.delete(partition);
    },

    forgetPartition: (partition: string): void => {
      cache.delete(partition);
    },

    putCampaignUnit: (campaign: string, unit: CampaignUnit) => put(campaignUnitKey(campaign, unit.id), unit),
    campaignUnits: async (campaign: string): Promise<ReadonlyMap<string, CampaignUnit>> =>
      new Map((await records<CampaignUnit>(campaignUnitPartition(campaign))).map((unit) => [unit.id, unit])),

    putDocument: (document: CitedDocument) => put(documentKey(document.id), document),
    documents: async (): Promise<ReadonlyMap<string, CitedDocument>> =>
      new Map((await records<CitedDocument>(documentPartition)).map((document) => [document.id, document])),
  };
}
