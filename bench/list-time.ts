import { toInitiativeItem } from "../functions/store/initiatives/initiative-items.ts";
import type { Item } from "../functions/store/table.ts";
import { buildInitiative } from "../test/support/submissions.ts";
import { commune, staff } from "../test/support/units.ts";
import type { BenchSystem } from "./bench-system.ts";
import { type Row, round, timeInTurn } from "./row.ts";

const size = 50_000;
const rounds = 200;
/** Time for 20 posts, from LogChimp's documentation. */
const logChimpMilliseconds = 100;

export async function measureList(system: BenchSystem): Promise<Row[]> {
  await system.putAll(waitingDossiers());
  const headers = await system.signIn(staff.reviewer);
  const readTwenty = async () => {
    const { items } = await system.store.initiatives.inbox(commune.id, "registered", null, 20);
    if (items.length !== 20) throw new Error("the inbox is not full");
  };
  const askPage = async () => {
    const response = await system.ask(`/api/units/${commune.id}/inbox`, { headers });
    if (response.status !== 200) throw new Error(await response.text());
    await response.json();
  };
  const [twenty = 0, page = 0] = await timeInTurn([readTwenty, askPage], rounds);
  const goal = logChimpMilliseconds / 10;
  return [
    {
      what: `list 20 of ${size.toLocaleString("en")}, p50`,
      measured: `${round(twenty)} ms`,
      beside: `a tenth of LogChimp's ${logChimpMilliseconds} ms`,
      reached: twenty <= goal,
    },
    {
      what: "the same through the API: signed in, a page of 50",
      measured: `${round(page)} ms`,
      beside: `a tenth of LogChimp's ${logChimpMilliseconds} ms`,
      reached: page <= goal,
    },
  ];
}

function* waitingDossiers(): Generator<Item> {
  const item = toInitiativeItem(buildInitiative());
  const names = ["pk", "sk", "summary", "byQueuePk", "byQueueSk"];
  const shown = Object.fromEntries(names.map((name) => [name, item[name]]));
  for (let i = 0; i < size; i++) {
    const id = `DEMO-${String(i).padStart(6, "0")}`;
    const day = `2026-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`;
    yield {
      ...shown,
      pk: `INI#${id}`,
      byQueueSk: `${day}#${id}`,
      summary: { ...shown.summary, id, dueOn: day },
    };
  }
}
