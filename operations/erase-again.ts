import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { openTable } from "../functions/store/table.ts";
import { openCommandStorage } from "../local/command-storage.ts";
import { eraseAgain } from "./data/erasures.ts";

const usage = `Usage: npm run erase-again -- --from OLD_TABLE --since 2026-12-01T09:30:00+07:00
Erases in the table that TABLE_NAME names, one that was set back, what the table OLD_TABLE says was erased since that instant. Again, it changes nothing.
Exit code 1 where something is left.`;

try {
  const { from, since } = parseArgs({
    options: { from: { type: "string" }, since: { type: "string" } },
  }).values;
  const instant = new Date(since ?? "");
  if (!from || !process.env.TABLE_NAME || Number.isNaN(instant.getTime()))
    throw new Error("a parameter is missing");
  const clock = () => new Date().toISOString();
  const storage = await openCommandStorage(clock);
  const old = openTable(from);
  try {
    const done = await eraseAgain({
      from: old,
      store: storage.store,
      since: instant.toISOString(),
      clock,
      salt: () => randomBytes(16),
      tell: console.log,
    });
    if (!done) process.exitCode = 1;
  } finally {
    old.client.destroy();
    await storage.stop();
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 1;
}
