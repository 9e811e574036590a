import type { Period } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import type { ReportRecord } from "#core/report/record.ts";
import { reportKey, reportPartition } from "./keys.ts";
import { getItem, getItems, queryAll, type Table } from "./table.ts";
import { claimWrites, dropWrites, refuseClaims, type UploadClaim } from "./uploads.ts";
import { isNew, isVersion, isWritten, putItem, putOf, transact } from "./writes.ts";

type Place = Pick<ReportRecord, "unit" | "from" | "to">;

export function createReportStore(table: Table) {
  return {
    async get(place: Place): Promise<ReportRecord | null> {
      return (await getItem(table, reportKey(place), true))?.record ?? null;
    },

    async list(unit: string): Promise<ReportRecord[]> {
      const items = await Array.fromAsync(
        queryAll(table, { partition: reportPartition(unit), newestFirst: true, consistent: true }),
      );
      return items.map((item) => item.record as ReportRecord);
    },

    async madeOf(units: readonly string[], { from, to }: Period): Promise<ReadonlySet<string>> {
      const items = await getItems(
        table,
        units.map((unit) => reportKey({ unit, from, to })),
      );
      const records = items.map((item) => item.record as ReportRecord);
      return new Set(records.filter(({ made }) => made !== null).map(({ unit }) => unit));
    },

    /**
     * Version 1 creates the record. `replaced`: ids of files that the claims replace. Throws `version.conflict`, or the
     * refusal of a claim.
     */
    async save(
      record: ReportRecord,
      claims: readonly UploadClaim[] = [],
      replaced: readonly string[] = [],
    ): Promise<void> {
      const condition = record.version === 1 ? isNew : isVersion("record", record.version - 1);
      if (claims.length > 0) {
        const write = putOf(table, { ...reportKey(record), record }, condition);
        const drops = claims.flatMap(({ owner }) => dropWrites(table, replaced, owner));
        return transact(table, [write, ...claimWrites(table, claims), ...drops], (error) =>
          refuseClaims(error, 1, claims, "report.invalid"),
        );
      }
      const written = putItem(table, { ...reportKey(record), record }, condition);
      if (!(await isWritten(written))) throw new Problem("version.conflict");
    },
  };
}
