import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { CampaignEntry } from "#core/campaigns/moves.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { declaredPuts } from "./figures.ts";
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
import { getItem, isConflict, queryAll, type Table, writeAll } from "./table.ts";

/** One change of a campaign: what it was, what it is, its line in the log, and the figures that it declares. */
export interface CampaignChange {
  before: Campaign | null;
  after: Campaign;
  entry: CampaignEntry;
  /** The campaign whose place as the open one is taken over, since its day has passed. */
  over: string | null;
  figures: { declared: DeclaredFigure; before: DeclaredFigure | null }[];
}

/** Campaigns as administrators change them. `forget` is told of each change, for whoever keeps campaigns in memory. */
export function createCampaignStore(table: Table, forget: (id: string) => void) {
  const writes = ({ before, after, entry, over, figures }: CampaignChange) => {
    const TableName = table.name;
    const puts: NonNullable<TransactWriteCommandInput["TransactItems"]> = [];
    const place = campaignKey(after.year, after.id);
    const known = before ? isVersion(before.version) : { ConditionExpression: "attribute_not_exists(pk)" };
    const moved = before !== null && before.year !== after.year;
    puts.push({
      Put: {
        TableName,
        Item: { ...place, record: after },
        ...(moved ? { ConditionExpression: "attribute_not_exists(pk)" } : known),
      },
    });
    if (moved) puts.push({ Delete: { TableName, Key: campaignKey(before.year, before.id), ...known } });
    puts.push({
      Put: {
        TableName,
        Item: { ...campaignLogKey(after.id, entry.n), entry },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    });
    const slot = openCampaignKey(after.unit, after.year);
    if (after.state === "open" && before?.state !== "open")
      puts.push({
        Put: {
          TableName,
          Item: { ...slot, campaign: after.id },
          ConditionExpression: "attribute_not_exists(pk) OR campaign IN (:id, :over)",
          ExpressionAttributeValues: { ":id": after.id, ":over": over ?? after.id },
        },
      });
    if (after.state === "closed" && before?.state === "open") puts.push({ Delete: { TableName, Key: slot } });
    for (const { declared, before: stood } of figures)
      for (const Put of declaredPuts(table, declared, stood)) puts.push({ Put });
    return puts;
  };

  /** All campaigns as they stand now, past every cache. */
  const all = async (): Promise<Campaign[]> => {
    const items = queryAll(table, { partition: campaignPartition, consistent: true });
    return Array.fromAsync(items, ({ record }) => record as Campaign);
  };

  return {
    all,

    /** A campaign as it stands now, past every cache, or null. */
    now: async (id: string): Promise<Campaign | null> => (await all()).find((each) => each.id === id) ?? null,

    /** What was done with a campaign, oldest first. */
    async log(id: string): Promise<CampaignEntry[]> {
      const items = await Array.fromAsync(queryAll(table, { partition: campaignLogPartition(id) }));
      return items.map((item) => item.entry as CampaignEntry);
    },

    /** The id of the campaign that holds the place of a unit's open one in a year, or null. */
    async openOf(unit: string, year: number): Promise<string | null> {
      return (await getItem(table, openCampaignKey(unit, year), true))?.campaign ?? null;
    },

    /**
     * Writes a campaign with its line in the log and the figures that it declares, all or nothing. Throws `version.conflict` where another
     * write came first; an opening comes second to another campaign of its unit and year too.
     */
    async save(change: CampaignChange): Promise<void> {
      try {
        await table.client.send(new TransactWriteCommand({ TransactItems: writes(change) }));
      } catch (error) {
        if (isConflict(error)) throw new Problem("version.conflict");
        throw error;
      } finally {
        forget(change.after.id);
      }
    },

    /**
     * Writes the units that a campaign freezes and takes away what an opening that came to nothing left. Before the campaign itself is
     * opened: whoever sees it open finds its units. Doing it again changes nothing.
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

    /** All cited documents as they stand now, past every cache. */
    async documents(): Promise<ReadonlyMap<string, CitedDocument>> {
      const items = queryAll(table, { partition: documentPartition, consistent: true });
      const records = await Array.fromAsync(items, ({ record }) => record as CitedDocument);
      return new Map(records.map((document) => [document.id, document]));
    },

    /** Keeps a document that is new; false where its id stands for one already. */
    async addDocument(document: CitedDocument): Promise<boolean> {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...documentKey(document.id), record: document },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      } finally {
        forget("");
      }
    },
  };
}

const isVersion = (version: number) => ({
  ConditionExpression: "#record.#version = :version",
  ExpressionAttributeNames: { "#record": "record", "#version": "version" },
  ExpressionAttributeValues: { ":version": version },
});
