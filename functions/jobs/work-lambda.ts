import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createWorkHandler } from "./work-handler.ts";

const clock = () => new Date().toISOString();
const store = createStore(openTable(readSetting("TABLE_NAME")), clock);

export const handler = createWorkHandler({
  jobs: store.jobs,
  steps: {},
  clock,
  log: (message, details) => console.error(JSON.stringify({ message, ...details })),
});
