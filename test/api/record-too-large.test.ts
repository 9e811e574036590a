import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Env } from "../../functions/api/context.ts";
import { answerProblem } from "../../functions/api/middleware/problem.ts";
import { createTestTable } from "../support/table.ts";

const { table } = await createTestTable();
const item = { pk: "TEST#large", sk: "TEST", text: "x".repeat(400 * 1024) };
const put = { TableName: table.name, Item: item };

test.each([
  ["a put", () => table.client.send(new PutCommand(put))],
  ["a transaction", () => table.client.send(new TransactWriteCommand({ TransactItems: [{ Put: put }] }))],
])(
  "%s of a record past DynamoDB's limit is refused in both languages, not reported as a fault",
  async (_, write) => {
    const app = new Hono<Env>().get("/", async (c) => {
      await write();
      return c.text("written");
    });
    app.onError(answerProblem);
    for (const [language, words] of [
      ["vi", /một bản ghi giữ được/],
      ["en", /one record can hold/],
    ] as const) {
      const answer = await app.request("/", { headers: { "accept-language": language } });
      const problem = (await answer.json()) as { code: string; title: string };
      expect([answer.status, problem.code]).toEqual([422, "record.tooLarge"]);
      expect(problem.title).toMatch(words);
    }
  },
);
