import { testAggregation } from "../support/aggregation-tests.ts";
import { createTestTable } from "../support/table.ts";

// Of two thousand operations in test/long.
const { store } = await createTestTable();
testAggregation(store, 500);
