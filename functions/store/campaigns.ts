import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { CampaignEntry } from "#core/campaigns/lifecycle.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { declaredPuts } from "./figures/figures.ts";
import {
  campaignKey,
  campaignLogKey,
  campaignLogPartition,
  campaignPartition,
  campaignUnitKey,
  campaignUnitPartition,
  documentKey,
  documentPartition,
  type Key,
  openCampaignKey,
} from "./keys.ts";
import { getItem, queryAll, type Table, writeAll } from "./table.ts";
import { isNew, isVersion, isWritten, putItem, putOf, transact, type Write } from "./writes.ts";

export interface CampaignChange {
  before: Campaign | null;
  after: Campaign;
  entry: CampaignEntry;
  /** Id of the expired campaign that this one replaces. */
  over: string | null;
  figures: { declared: DeclaredFigure; before: DeclaredFigure | null }[];
}

/** Bypasses the cache; `forget` clears a cached campaign. */
export function createCampaignStore(table: Table, forget: (id: string) => void) {
  const writes = ({ before, after, entry, over, figures }: CampaignChange) => {
    const TableName = table.name;
    const place = campaignKey(after.year, after.id);
    const known = before ? isVersion("record", before.version) : isNew;
    const moved = before !== null && before.year !== after.year;
    const puts: Write[] = [putOf(table, { ...place, record: after }, moved ? isNew : known)];
    if (moved) puts.push({ Delete: { TableName, Key: campaignKey(before.year, before.id), ...known } });
    puts.push(putOf(table, { ...campaignLogKey(after.id, entry.n), entry }, isNew));
    const slot = openCampaignKey(after.unit, after.year);
    if (after.state === "open" && before?.state !== "open")
      puts.push(
        putOf(
          table,
          { ...slot, campaign: after.id },
          {
            ConditionExpression: "attribute_not_exists(pk) OR campaign IN (:id, :over)",
            ExpressionAttributeValues: { ":id": after.id, ":over": over ?? after.id },
          },
        ),
      );
    if (after.state === "closed" && before?.state === "open") puts.push({ Delete: { TableName, Key: slot } });
    for (const { declared, before: stood } of figures) puts.push(...declaredPuts(table, declared, stood));
    return puts;
  };

  const all = async (): Promise<Campaign[]> => {
    const items = queryAll(table, { partition: campaignPartition, consistent: true });
    return Array.fromAsync(items, ({ record }) => record as Campaign);
  };

  return {
    all,

    now: async (id: string): Promise<Campaign | null> => (await all()).find((each) => each.id === id) ?? null,

    async log(id: string): Promise<CampaignEntry[]> {
      const items = await Array.fromAsync(queryAll(table, { partition: campaignLogPartition(id) }));
      return items.map((item) => item.entry as CampaignEntry);
    },

    async openOf(unit: string, year: number): Promise<string | null> {
      return (await getItem(table, openCampaignKey(unit, year), true))?.campaign ?? null;
    },

    /**
     * Writes campaign, log entry and figures in one transaction. Throws `version.conflict`, also if another
     * campaign of the unit and year is open.
     */
    async save(change: CampaignChange): Promise<void> {
      try {
        await transact(table, writes(change));
      } finally {
        forget(change.after.id);
      }
    },

    /**
     * Writes the frozen units before the campaign opens, and removes those of a failed opening. Idempotent.
     */
    async freeze(campaign: string, units: CampaignUnit[]): Promise<void> {
      const wanted = new Set(units.map(({ id }) => campaignUnitKey(campaign, id).sk));
      const stale: Key[] = [];
      for await (const { pk, sk } of queryAll(table, { partition: campaignUnitPartition(campaign) }))
        if (!wanted.has(sk)) stale.push({ pk, sk });
      await writeAll(table, [
        ...stale.map((Key) => ({ DeleteRequest: { Key } })),
        ...units.map((unit) => ({
          PutRequest: { Item: { ...campaignUnitKey(campaign, unit.id), record: unit } },
        })),
      ]);
      forget(campaign);
    },

    async documents(): Promise<ReadonlyMap<string, CitedDocument>> {
      const items = queryAll(table, { partition: documentPartition, consistent: true });
      const records = await Array.fromAsync(items, ({ record }) => record as CitedDocument);
      return new Map(records.map((document) => [document.id, document]));
    },

    /** False if the id exists. */
    async addDocument(document: CitedDocument): Promise<boolean> {
      try {
        return await isWritten(putItem(table, { ...documentKey(document.id), record: document }, isNew));
      } finally {
        forget("");
      }
    },
  };
}
