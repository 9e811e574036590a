import { Problem } from "#core/base/problems.ts";
import type { CampaignUnit } from "#core/campaigns/campaign.ts";
import type { UnitChange } from "#core/units/change.ts";
import type { Unit } from "#core/units/unit.ts";
import {
  campaignUnitKey,
  campaignUnitPartition,
  unitChangeKey,
  unitChangePartition,
  unitKey,
  unitPartition,
} from "./keys.ts";
import { queryAll, type Table, writeAll } from "./table.ts";
import { isNew, putItem, putOf, transact } from "./writes.ts";

/** A transaction allows 100 items, including the change itself. */
const unitsInChange = 99;

/** Bypasses the cache; `forget` clears a cached partition. */
export function createUnitStore(table: Table, forget: (partition: string) => void) {
  return {
    async now(): Promise<ReadonlyMap<string, Unit>> {
      const units = new Map<string, Unit>();
      for await (const { record } of queryAll(table, { partition: unitPartition, consistent: true }))
        units.set(record.id, record as Unit);
      return units;
    },

    /** Writes units without any check, to fill a new system. */
    async enter(units: readonly Unit[]): Promise<void> {
      await writeAll(
        table,
        units.map((unit) => ({ PutRequest: { Item: { ...unitKey(unit.id), record: unit } } })),
      );
      forget(unitPartition);
    },

    async changes(): Promise<UnitChange[]> {
      const found: UnitChange[] = [];
      for await (const { change } of queryAll(table, { partition: unitChangePartition, consistent: true }))
        found.push(change as UnitChange);
      return found;
    },

    /**
     * Writes a change with its units in one transaction. Throws `version.conflict`, or `unitChange.invalid`
     * above `unitsInChange`.
     */
    async save(change: UnitChange, before: ReadonlyMap<string, Unit>, after: readonly Unit[]): Promise<void> {
      if (after.length > unitsInChange)
        throw new Problem("unitChange.invalid", [{ pointer: "/on", code: "unitChange.tooWide" }]);
      const isStill = (unit: Unit) => ({
        ConditionExpression: "#record = :before",
        ExpressionAttributeNames: { "#record": "record" },
        ExpressionAttributeValues: { ":before": unit },
      });
      const puts = after.map((unit) => {
        const known = before.get(unit.id);
        return putOf(table, { ...unitKey(unit.id), record: unit }, known ? isStill(known) : isNew);
      });
      try {
        await transact(table, [putOf(table, { ...unitChangeKey(change.n), change }, isNew), ...puts]);
      } finally {
        forget(unitPartition);
      }
    },

    /** Idempotent. */
    async refreeze(campaign: string, units: readonly CampaignUnit[]): Promise<void> {
      for (const unit of units) await putItem(table, { ...campaignUnitKey(campaign, unit.id), record: unit });
      forget(campaignUnitPartition(campaign));
    },
  };
}
