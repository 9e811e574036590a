import { startDynamoDb } from "../../local/standins/dynamodb.ts";
import { testAggregation } from "../support/aggregation-tests.ts";
import { atFileEnd } from "../support/cleanup.ts";
import { createTestTable } from "../support/table.ts";

const dynamoDb = await startDynamoDb(null, undefined, true);
atFileEnd(() => dynamoDb.stop());
const { store } = await createTestTable(undefined, { endpoint: dynamoDb.endpoint });
testAggregation(store, 2_000);
