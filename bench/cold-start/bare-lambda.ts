import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

/* Smallest API with PublicApi's libraries, for comparison in cold-start.ts. */
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = handle(
  new Hono().get("/api/health", (c) => c.json({ status: client.config ? "ok" : "" })),
);
