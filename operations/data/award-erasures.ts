import { Problem } from "#core/base/problems.ts";
import type { CommendationEntry } from "#core/commendation/decision.ts";
import { eraseLines } from "#core/commendation/erasure.ts";
import { eraseNomination, type Nomination } from "#core/commendation/nomination.ts";
import { type AwardRecordEntry, writeRecord } from "#core/commendation/record.ts";
import { awardRecordKey, commendationPartition } from "../../functions/store/keys.ts";
import type { Store } from "../../functions/store/store.ts";
import { type Item, scanPages, type Table } from "../../functions/store/table.ts";

interface AwardErasures {
  from: Table;
  store: Pick<Store, "commendations" | "awardRecords">;
  since: string;
  tell: (line: string) => void;
}

async function* listErasures({ from, since }: Pick<AwardErasures, "from" | "since">): AsyncGenerator<Item> {
  const filter = {
    FilterExpression: "#entry.#did IN (:lines, :record) AND #entry.#at >= :since",
    ExpressionAttributeNames: { "#entry": "entry", "#did": "did", "#at": "at" },
    ExpressionAttributeValues: { ":lines": "eraseLines", ":record": "erase", ":since": since },
  };
  for await (const items of scanPages(from, filter)) yield* items;
}

const idAfter = (pk: string, prefix: string) => (pk.startsWith(prefix) ? pk.slice(prefix.length) : null);

/** Repeats erasures of commended and nominated persons in a restored table. Returns false if one was refused. */
export async function eraseAwardsAgain({ from, store, since, tell }: AwardErasures): Promise<boolean> {
  let isWhole = true;
  for await (const { pk, entry } of listErasures({ from, since })) {
    const decision = idAfter(String(pk), commendationPartition(""));
    const nomination = idAfter(String(pk), awardRecordKey("nomination", "").pk);
    try {
      if (decision) await eraseDecision(store, decision, entry, tell);
      else if (nomination) await eraseRecord(store, nomination, entry, tell);
    } catch (error) {
      // A refusal must not stop later erasures.
      if (!(error instanceof Problem)) throw error;
      tell(`${entry.at}  ${decision ?? nomination}: LEFT (${error.code})`);
      isWhole = false;
    }
  }
  return isWhole;
}

async function eraseDecision(
  store: AwardErasures["store"],
  id: string,
  { at, by, request, lines, namesKept }: CommendationEntry,
  tell: AwardErasures["tell"],
): Promise<void> {
  const decision = await store.commendations.get(id);
  const kept = decision ? await store.commendations.linesOf(id, lines) : [];
  const numbers = kept.map(({ n }) => n);
  const log = decision ? await Array.fromAsync(store.commendations.log(id)) : [];
  const step = { at, by, request };
  const write =
    decision && numbers.length > 0
      ? eraseLines(decision, kept, numbers, step, { log, recognised: namesKept === true })
      : null;
  if (write) await store.commendations.save(write);
  tell(`${at}  ${id}: ${write ? "erased again" : "nothing was left"}`);
}

async function eraseRecord(
  store: AwardErasures["store"],
  id: string,
  { at, by, request }: AwardRecordEntry,
  tell: AwardErasures["tell"],
): Promise<void> {
  const before = await store.awardRecords.get("nomination", id);
  const step = { at, by, request };
  const write = before && writeRecord<Nomination>(before, before, eraseNomination(before), step, "erase");
  if (write) await store.awardRecords.save(write);
  tell(`${at}  ${id}: ${write ? "erased again" : "nothing was left"}`);
}
