import { parseArgs } from "node:util";
import { rebuildFigures, reconcileFigures } from "../functions/figures/rebuild.ts";
import { runCommand, withStorage } from "./command.ts";

const usage = `Usage: npm run rebuild-figures -- (--missing | --all)
--missing counts the records that the figures do not know in their present version; at any time.
--all counts everything anew; the function Figures, or the system on this machine, must stand still meanwhile, and figures are wrong until it ends.
On the data in DATA_DIR (default .local); on the cloud's where TABLE_NAME is set (npm run where).`;

await runCommand(async () => {
  const { values } = parseArgs({ options: { missing: { type: "boolean" }, all: { type: "boolean" } } });
  if (values.missing === values.all) throw new Error("--missing or --all?");
  const count = values.all ? rebuildFigures : reconcileFigures;
  console.log(`${await withStorage(({ store }) => count(store))} records counted`);
}, usage);
