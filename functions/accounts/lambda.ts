import { toBase64Url } from "#core/base/ids.ts";
import { accountsElsewhere, openUserPool } from "../store/aws/user-pool.ts";
import { findSetting, readSetting } from "../store/settings.ts";
import { createStore } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createTrace } from "../telemetry/tracer.ts";
import { createAccountsHandler } from "./handler.ts";

const telemetry = createTelemetry(createTrace());
const pool = findSetting("USER_POOL_ID");
/** The prefix meets the user pool's password policy. */
const drawPassword = () => `Aa1-${toBase64Url(crypto.getRandomValues(new Uint8Array(32)))}`;

export const handler = telemetry.wrap(
  createAccountsHandler({
    store: createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString()),
    accounts: pool ? openUserPool(pool, drawPassword) : accountsElsewhere,
    log: telemetry.log,
  }),
);
