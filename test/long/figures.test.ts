import { it } from "vitest";
import { startDynamoDb } from "../../local/standins/dynamodb.ts";
import { atFileEnd } from "../support/cleanup.ts";
import { checkRandomOperations, openInterruptedStore } from "../support/figure-operations.ts";
import { createTestTable } from "../support/table.ts";

const { endpoint, stop } = await startDynamoDb(null, undefined, true);
atFileEnd(stop);
const { store, table } = await createTestTable(undefined, { endpoint });

it("figures of all kinds equal a recount after 5,000 operations, some twice, late or interrupted, and so does a rebuild", async () => {
  await checkRandomOperations(store, openInterruptedStore(table.name, endpoint), 5_000);
}, 1_800_000);
