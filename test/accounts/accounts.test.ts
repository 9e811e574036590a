import { randomUUID } from "node:crypto";
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import type { Staff } from "#core/staff/staff.ts";
import { createAccountsHandler } from "../../functions/accounts/handler.ts";
import { openUserPool, type SignInAccounts } from "../../functions/store/aws/user-pool.ts";
import { staffKey } from "../../functions/store/keys.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { createTestTable } from "../support/table.ts";
import { commune, testNow } from "../support/units.ts";
import { startUserPool } from "../support/user-pool.ts";

const { store } = await createTestTable(() => testNow);
const pool = await startUserPool();
const passwords: string[] = [];
const accounts = openUserPool(
  pool.id,
  () => {
    passwords.push(`Aa1-${randomUUID()}`);
    return passwords.at(-1) ?? "";
  },
  pool.config,
);

async function putStaff(changes: Partial<Staff> = {}): Promise<Staff> {
  const id = randomUUID();
  const grants = [{ role: "reviewer" as const, unit: commune.id }];
  const staff = {
    id,
    email: `${id}@example.vn`,
    name: "Ngô Thị Sương",
    grants,
    active: true,
    version: 1,
    ...changes,
  };
  await store.staff.put(staff);
  return staff;
}

/** Delivers the message about the staff record of this address, as the function's queue does. */
const keep = (email: string, through: SignInAccounts = accounts) =>
  createAccountsHandler({ store, accounts: through, log: (_, details) => logged.push(details) })(
    queueEvent(marshall({ ...staffKey(email), staff: { email } })),
  );
const logged: object[] = [];

describe("an account at the provider", () => {
  it("is made for whoever has one here: known by address, with a password that nobody knows, once however often it is told", async () => {
    const { email } = await putStaff();
    const before = passwords.length;
    await keep(email);
    await keep(email);
    const { Enabled, UserStatus, UserAttributes } = await pool.read(email);
    expect({ Enabled, UserStatus }).toEqual({ Enabled: true, UserStatus: "CONFIRMED" });
    expect(UserAttributes).toEqual(
      expect.arrayContaining([
        { Name: "email", Value: email },
        { Name: "email_verified", Value: "true" },
      ]),
    );
    expect(passwords).toHaveLength(before + 1);
  });

  it("that was made before its maker was killed is given its password by the next try", async () => {
    const { email } = await putStaff();
    const client = new CognitoIdentityProviderClient(pool.config);
    await client.send(
      new AdminCreateUserCommand({ UserPoolId: pool.id, Username: email, MessageAction: "SUPPRESS" }),
    );
    expect((await pool.read(email)).UserStatus).toBe("FORCE_CHANGE_PASSWORD");
    await keep(email);
    expect((await pool.read(email)).UserStatus).toBe("CONFIRMED");
  });

  it("is closed and signed out everywhere with the one here, and opened with it again, keeping its password", async () => {
    const staff = await putStaff();
    await keep(staff.email);
    const drawn = passwords.length;
    await store.staff.put({ ...staff, active: false });
    await keep(staff.email);
    expect((await pool.read(staff.email)).Enabled).toBe(false);
    expect(pool.signedOut).toContain(staff.email);
    await store.staff.put(staff);
    await keep(staff.email);
    expect((await pool.read(staff.email)).Enabled).toBe(true);
    expect(passwords).toHaveLength(drawn);
  });

  it("that never was need not be closed", async () => {
    const { email } = await putStaff({ active: false });
    await expect(keep(email)).resolves.toEqual({ batchItemFailures: [] });
    await expect(keep("nobody@example.vn")).resolves.toEqual({ batchItemFailures: [] });
  });

  it("ends as the record says where two messages are handled at once and the earlier one acts last", async () => {
    const staff = await putStaff({ active: false });
    let reached = () => {};
    const closing = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow: SignInAccounts = {
      ...accounts,
      async close(email) {
        reached();
        await held;
        await accounts.close(email);
      },
    };
    const first = keep(staff.email, slow);
    await closing;
    await store.staff.put({ ...staff, active: true });
    await keep(staff.email);
    go();
    expect(await first).toEqual({ batchItemFailures: [] });
    expect((await pool.read(staff.email)).Enabled).toBe(true);
  });

  it("that the provider does not answer for is given back, and logged without the address", async () => {
    const { email } = await putStaff();
    const away: SignInAccounts = { ...accounts, open: () => Promise.reject(new Error(email)) };
    expect(await keep(email, away)).toEqual({ batchItemFailures: [{ itemIdentifier: "0" }] });
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(email);
  });
});
