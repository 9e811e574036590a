import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

/* The smallest API that uses the same libraries. */
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = handle(
  new Hono().get("/api/health", (c) => c.json({ status: client.config ? "ok" : "" })),
);
