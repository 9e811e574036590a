import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { getItems } from "../../functions/store/table.ts";

test("a batch read asks again for the keys that a throttled table leaves over", async () => {
  const asked: number[] = [];
  const send = async ({ input }: { input: { RequestItems: { t: { Keys: unknown[] } } } }) => {
    const { Keys } = input.RequestItems.t;
    asked.push(Keys.length);
    const UnprocessedKeys = Keys.length > 1 ? { t: { Keys: Keys.slice(1) } } : {};
    return { Responses: { t: Keys.slice(0, 1) }, UnprocessedKeys };
  };
  const client = { send } as unknown as DynamoDBDocumentClient;
  const keys = ["a", "b", "c", "d"].map((pk) => ({ pk, sk: "x" }));
  expect(await getItems({ client, name: "t" }, keys)).toEqual(keys);
  expect(asked).toEqual([4, 3, 2, 1]);
});
