import type { Campaign } from "#core/campaigns/campaign.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { unplaced } from "#core/figures/figure.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import { declareFigureRow } from "#core/workbook/import/figure-row.ts";
import { documentInitiative } from "#core/workbook/sheets/document-initiative-sheet.ts";
import type { Store } from "../../functions/store/store.ts";
import { pastFigures, pastTitles } from "./pools/past-year.ts";

export async function enterPastYear(
  store: Store,
  { year, evaluatedOn, closesOn }: Campaign,
  units: ReadonlyMap<string, Unit>,
): Promise<void> {
  const document = `minh-hoa-tong-ket-${year}`;
  await store.campaigns.addDocument({
    id: document,
    unit: null,
    type: "Báo cáo",
    symbol: "",
    issuedOn: evaluatedOn ?? closesOn,
    issuer: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Khánh Hòa",
    subject: `Tổng kết phong trào “Đoàn kết sáng tạo” năm ${year} (dữ liệu minh họa)`,
    cites: [],
  });
  for (const [n, { unit, title, system }] of pastTitles.entries()) {
    const row = {
      id: `minh-hoa-${year}-${String(n + 1).padStart(2, "0")}`,
      unit,
      year,
      system,
      organisation: units.get(unit)?.name ?? unit,
      title,
      titleAsPublished: null,
      remark: "",
      level: "commune" as const,
      source: document,
    };
    await store.initiatives.create(documentInitiative(row, pathOf(units, unit)));
  }
  for (const { unit, values } of pastFigures)
    for (const [key, value] of Object.entries(values)) {
      const { label = key, measure = "" } = definitionOf(key) ?? {};
      const place = { unit, key, from: String(year), to: String(year) };
      const said = { label, measure, value, qualifier: null, partOf: [], ...unplaced, document, note: "" };
      const row = { ...place, ...said, why: "", withdrawn: false };
      const declared = declareFigureRow(row, await store.figures.declared(place), null, "");
      if (declared) await store.figures.putDeclared(declared);
    }
}
