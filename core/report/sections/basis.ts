import type { CitedDocument } from "#core/campaigns/document.ts";
import type { ListItem } from "#core/report/model.ts";
import type { SectionContent, WriterContext } from "#core/report/section-content.ts";
import { emptyContent } from "#core/report/section-content.ts";
import { formatDay, quote, uncapitalise } from "#core/report/wording.ts";

/** Documents that only supply figures are not a legal basis. */
export const titleOfBasis = (context: WriterContext): string =>
  citedIn(context).cited.length > 0 ? "Căn cứ" : "Nguồn số liệu";

export function writeBasis(context: WriterContext): SectionContent {
  const { cited, origins } = citedIn(context);
  const content = emptyContent();
  if (cited.length > 0) content.lists.push({ lead: [], items: cited.map(cite) });
  if (origins.length > 0)
    content.lists.push({ lead: cited.length > 0 ? ["Nguồn số liệu:"] : [], items: origins.map(cite) });
  return content;
}

function citedIn({ input, figures }: WriterContext): { cited: CitedDocument[]; origins: CitedDocument[] } {
  const known = (ids: string[]) => [...new Set(ids)].flatMap((id) => input.documents.get(id) ?? []);
  const origins = known([
    ...figures.flatMap(({ sources }) =>
      sources.flatMap((source) => (source.type === "document" ? source.id : [])),
    ),
    ...input.recognised.flatMap(({ document }) => document ?? []),
  ]);
  const cited = known([
    ...input.campaigns.flatMap(({ basis }) => basis),
    ...origins.flatMap(({ cites }) => cites),
  ]);
  return { cited, origins };
}

/** Citation format of Nghị định 30/2020/NĐ-CP. Omits an unknown issuer or subject. */
function cite({ id, type, symbol, issuedOn, issuer, subject }: CitedDocument): ListItem {
  const by = issuer ? ` của ${issuer}` : "";
  const about = subject ? ` về ${uncapitalise(subject)}` : "";
  const text = symbol
    ? `${type} số ${symbol} ngày ${formatDay(issuedOn)}${by}${about}`
    : `${type} ngày ${formatDay(issuedOn)}${by}: ${quote(subject)}`;
  return { runs: [{ text, document: id }], items: [] };
}
