import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

/*
 * The least that an API on the same parts is: what `bench/cold-start.ts` holds the public's bundle against.
 */
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = handle(
  new Hono().get("/api/health", (c) => c.json({ status: client.config ? "ok" : "" })),
);
