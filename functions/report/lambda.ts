import { readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createScheduleHandler } from "./schedule.ts";

const clock = () => new Date().toISOString();

/** Called by EventBridge Scheduler each morning with `{ scheduledAt }`. */
export const handler = createScheduleHandler({
  store: createStore(openTable(readSetting("TABLE_NAME")), clock),
  clock,
});
