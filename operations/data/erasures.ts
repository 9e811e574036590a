import { Problem } from "#core/base/problems.ts";
import { type ErasureRequest, erase } from "#core/initiatives/erasure.ts";
import type { Event } from "#core/initiatives/history.ts";
import { eventKey } from "../../functions/store/keys.ts";
import type { Store } from "../../functions/store/store.ts";
import { scanPages, type Table } from "../../functions/store/table.ts";
import { eraseAwardsAgain } from "./award-erasures.ts";

interface Again {
  /** Table with the erasure events. */
  from: Table;
  /** Store of the restored table. */
  store: Pick<Store, "initiatives" | "coAuthorLinks" | "commendations" | "awardRecords">;
  /** ISO 8601. */
  since: string;
  clock: () => string;
  salt: () => Uint8Array;
  tell: (line: string) => void;
}

async function* listErasures({ from, since }: Again): AsyncGenerator<{ id: string; event: Event }> {
  const [prefix = ""] = eventKey("", 0).pk.split("#");
  const found: { id: string; event: Event }[] = [];
  const filter = {
    FilterExpression: "#event.#move = :erase AND #event.#at >= :since",
    ExpressionAttributeNames: { "#event": "event", "#move": "move", "#at": "at" },
    ExpressionAttributeValues: { ":erase": "erase", ":since": since },
  };
  for await (const items of scanPages(from, filter))
    for (const { pk, event } of items)
      found.push({ id: String(pk).slice(prefix.length + 1), event: event as Event });
  yield* found.sort((a, b) => (a.event.at < b.event.at ? -1 : 1));
}

/** Repeats erasures in a restored table. Returns false if data remains. */
export async function eraseAgain(again: Again): Promise<boolean> {
  const { store, clock, salt, tell } = again;
  let whole = true;
  for await (const { id, event } of listErasures(again)) {
    const { facts, actor, at } = event;
    const who = (facts.who === "author" ? facts.author : facts.who) as ErasureRequest["who"];
    try {
      const found = await store.initiatives.getWithHistory(id);
      if (found?.initiative.origin !== "application") {
        tell(`${at}  ${id}: no such record here`);
        continue;
      }
      const { initiative, events } = found;
      const erasure = erase(initiative, events, who, { actor, now: clock(), salt });
      const { transition } = erasure;
      if (transition) await store.initiatives.erase({ ...erasure, transition }, initiative);
      if (who !== "contact") await store.coAuthorLinks.put(id, {});
      tell(`${at}  ${id}: ${transition ? "erased again" : "nothing was left"}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      whole = false;
      tell(`${at}  ${id}: LEFT (${error.code})`);
    }
  }
  const isWhole = await eraseAwardsAgain(again);
  return whole && isWhole;
}
