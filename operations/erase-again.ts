import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { openTable } from "../functions/store/table.ts";
import { clock, runCommand, withStorage } from "./command.ts";
import { eraseAgain } from "./data/erasures.ts";

const usage = `Usage: npm run erase-again -- --from OLD_TABLE --since 2026-12-01T09:30:00+07:00
Erases in the table that TABLE_NAME names, one that was set back, what the table OLD_TABLE says was erased since that instant. Again, it changes nothing.
Exit code 1 where something is left.`;

await runCommand(async () => {
  const { from, since } = parseArgs({
    options: { from: { type: "string" }, since: { type: "string" } },
  }).values;
  const instant = new Date(since ?? "");
  if (!from || !process.env.TABLE_NAME || Number.isNaN(instant.getTime()))
    throw new Error("a parameter is missing");
  const old = openTable(from);
  await withStorage(async ({ store }) => {
    const salt = () => randomBytes(16);
    const given = { from: old, store, since: instant.toISOString(), clock, salt, tell: console.log };
    if (!(await eraseAgain(given))) process.exitCode = 1;
  }).finally(() => old.client.destroy());
}, usage);
