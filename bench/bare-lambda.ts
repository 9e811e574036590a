import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

/* Smallest API with the libraries of PublicApi; cold-start.ts compares it with the deployed bundle. */
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = handle(
  new Hono().get("/api/health", (c) => c.json({ status: client.config ? "ok" : "" })),
);
