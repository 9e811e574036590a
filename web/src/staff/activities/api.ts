import type { ModelCheck } from "#core/activities/model-check.ts";
import type { OriginRef } from "#core/activities/origin.ts";
import type { RecordKind } from "#core/activities/record.ts";
import type { AnswerForm } from "#core/activities/replication.ts";
import type {
  ActivityListView,
  ActivityView,
  ModelListView,
  ModelView,
  OriginListView,
  ReplicationListView,
  ReplicationView,
  SpreadView,
} from "../../../../functions/api/activities/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path, query } from "../parts/api.ts";

export interface Views {
  activity: { list: ActivityListView; one: ActivityView };
  model: { list: ModelListView; one: ModelView };
  replication: { list: ReplicationListView; one: ReplicationView };
}

const slugs = { activity: "activities", model: "models", replication: "replications" } as const;

/** Maximum pages; the API returns 250 records a page. */
const mostPages = 60;

/** Reads all pages, because filters and sums need every record. */
export async function readRecords<K extends RecordKind>(
  kind: K,
  asked: { unit: string; below: boolean; year: number | null },
): Promise<Views[K]["list"]> {
  const page = (cursor: string | null) =>
    getJson<Views[K]["list"]>(
      `/api/${slugs[kind]}${query({
        unit: asked.unit,
        below: asked.below ? "1" : "0",
        year: asked.year === null ? null : String(asked.year),
        cursor,
      })}`,
    );
  const first = await page(null);
  const items: unknown[] = [...first.items];
  let { cursor } = first;
  for (let n = 1; cursor !== null && n < mostPages; n++) {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.cursor;
  }
  return { ...first, items, cursor } as Views[K]["list"];
}

export const readRecord = <K extends RecordKind>(kind: K, id: string) =>
  getJson<Views[K]["one"]>(path`/api/${slugs[kind]}/${id}`);

export const enterRecord = <K extends RecordKind>(
  kind: K,
  body: { id: string; unit: string; form: unknown },
) => sendJson<Views[K]["one"]>("POST", path`/api/${slugs[kind]}`, body);

export const changeRecord = <K extends RecordKind>(
  kind: K,
  id: string,
  body: { version: number; withdrawn: boolean; why: string; form: unknown },
) => sendJson<Views[K]["one"]>("PUT", path`/api/${slugs[kind]}/${id}`, body);

export const evidencePath = (kind: RecordKind, id: string, file: string) =>
  path`/api/${slugs[kind]}/${id}/evidence/${file}`;

export const addCheck = (id: string, version: number, form: ModelCheck) =>
  sendJson<ModelView>("POST", path`/api/models/${id}/checks`, { version, form });

export const confirmReplication = (id: string, version: number) =>
  sendJson<ReplicationView>("POST", path`/api/replications/${id}/confirmation`, { version });

export const answerReplication = (id: string, version: number, form: AnswerForm) =>
  sendJson<ReplicationView>("POST", path`/api/replications/${id}/answers`, { version, form });

export const readSpread = ({ kind, id }: OriginRef) => getJson<SpreadView>(path`/api/spread/${kind}/${id}`);

export const findOrigins = (asked: { unit: string; kind: string; year: string | null; q: string }) =>
  getJson<OriginListView>(`/api/spread${query(asked)}`);
