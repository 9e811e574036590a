import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createStreamHandler } from "./handler.ts";

const store = createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString());

export const handler = createStreamHandler({
  store,
  log: (message, details) => console.error(JSON.stringify({ message, ...details })),
});
