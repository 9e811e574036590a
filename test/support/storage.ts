import type { TestProject } from "vitest/node";
import { startDynamoDb } from "../../local/dynamodb.ts";

declare module "vitest" {
  interface ProvidedContext {
    dynamoDbEndpoint: string;
  }
}

/** Starts one DynamoDB Local in memory for the whole run; each test file takes a table of its own in it. */
export default async function setup(project: TestProject) {
  const dynamoDb = await startDynamoDb(null);
  project.provide("dynamoDbEndpoint", dynamoDb.endpoint);
  return () => dynamoDb.stop();
}
