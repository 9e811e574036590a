import type { CertificateSetting } from "#core/commendation/certificate.ts";
import { certificatePlaceKey } from "../keys.ts";
import { getItem, type Table } from "../table.ts";
import { isNew, isVersion, putOf, transact } from "../writes.ts";

/** Positions on units' blank certificates. */
export function createCertificatePlaceStore(table: Table) {
  return {
    /** Consistent read, or null. */
    async get(unit: string): Promise<CertificateSetting | null> {
      return (await getItem(table, certificatePlaceKey(unit), true))?.setting ?? null;
    },

    /** Throws `version.conflict`. */
    save(setting: CertificateSetting): Promise<void> {
      const item = { ...certificatePlaceKey(setting.unit), setting };
      const isFirst = setting.version === 1;
      return transact(table, [
        putOf(table, item, isFirst ? isNew : isVersion("setting", setting.version - 1)),
      ]);
    },
  };
}
