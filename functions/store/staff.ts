import { DeleteCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { StaffChange, StaffEntry } from "#core/staff/changes.ts";
import {
  type Session,
  type SignInEntry,
  type Staff,
  sessionMinutes,
  signInMonths,
} from "#core/staff/staff.ts";
import {
  expiryAttribute,
  invitationKey,
  lastSignInKey,
  lastSignInKeys,
  lastSignInPartition,
  sessionKey,
  signInKey,
  signInPartition,
  staffIdKey,
  staffKey,
  staffKeys,
  staffLogKey,
  staffLogPartition,
  staffPartition,
} from "./keys.ts";
import { getItem, type Item, isConflict, queryAll, type Table, writeAll } from "./table.ts";

/** A letter of invitation is written within seconds; a month later its item is gone. */
const invitationSeconds = 30 * 24 * 60 * 60;

const seconds = (instant: string) => Math.ceil(Date.parse(instant) / 1000);
const toItem = (staff: Staff): Item => ({ ...staffKeys(staff), staff, summary: staff });
const isNew = { ConditionExpression: "attribute_not_exists(pk)" };

export function createStaffStore(table: Table) {
  const TableName = table.name;
  const put = (Item: Item) => table.client.send(new PutCommand({ TableName, Item }));
  const writes = ({ before, after, entry, invitation }: StaffChange) => [
    { Put: { TableName, Item: toItem(after), ...(before ? isVersion(before.version) : isNew) } },
    ...(before ? [] : [{ Put: { TableName, Item: idItem(after), ...isNew } }]),
    { Put: { TableName, Item: { ...staffLogKey(after.id, entry.n), entry }, ...isNew } },
    ...(invitation
      ? [
          {
            Put: {
              TableName,
              Item: {
                ...invitationKey(after.id),
                invitation,
                [expiryAttribute]: seconds(invitation.at) + invitationSeconds,
              },
            },
          },
        ]
      : []),
  ];

  const byEmail = async (email: string): Promise<Staff | null> =>
    (await getItem(table, staffKey(email), true))?.staff ?? null;

  return {
    /** Writes people past every rule: where a system is filled at its beginning. */
    async put(...people: Staff[]): Promise<void> {
      const items = people.flatMap((staff) => [idItem(staff), toItem(staff)]);
      await writeAll(
        table,
        items.map((Item) => ({ PutRequest: { Item } })),
      );
    },

    /** The member of staff with this mail address as the last write left it, or null. */
    byEmail,

    async byId(id: string): Promise<Staff | null> {
      const email: unknown = (await getItem(table, staffIdKey(id), true))?.email;
      return typeof email === "string" ? byEmail(email) : null;
    },

    /** Everybody who has an account, or had one. */
    async all(): Promise<Staff[]> {
      const items = await Array.fromAsync(queryAll(table, { index: "byUnit", partition: staffPartition }));
      return items.map((item) => item.summary as Staff);
    },

    /**
     * Writes changes of accounts with their lines in the logs and their letters, all or nothing. Throws `version.conflict` where another write
     * came first, also where the mail address or the id of a new account is there already.
     */
    async save(...changes: StaffChange[]): Promise<void> {
      try {
        await table.client.send(new TransactWriteCommand({ TransactItems: changes.flatMap(writes) }));
      } catch (error) {
        if (isConflict(error)) throw new Problem("version.conflict");
        throw error;
      }
    },

    /** What was done with an account, oldest first. */
    async log(id: string): Promise<StaffEntry[]> {
      const query = { partition: staffLogPartition(id), consistent: true };
      return (await Array.fromAsync(queryAll(table, query))).map((item) => item.entry as StaffEntry);
    },

    /** Keeps a sign-in for twelve months; `random` tells apart two of one instant. */
    async putSignIn(staff: string, entry: SignInEntry, random: string): Promise<void> {
      const until = new Date(entry.at);
      until.setUTCMonth(until.getUTCMonth() + signInMonths);
      const expires = seconds(until.toISOString());
      await put({ ...signInKey(staff, entry.at, random), entry, [expiryAttribute]: expires });
      if (entry.outcome === "signedIn")
        await put({ ...lastSignInKeys(staff), summary: { staff, at: entry.at } });
    },

    /** A person's sign-ins that are still kept at `now`, newest first. */
    async signIns(staff: string, now: string): Promise<SignInEntry[]> {
      const query = { partition: signInPartition(staff), newestFirst: true };
      return (await Array.fromAsync(queryAll(table, query)))
        .filter((item) => item[expiryAttribute] > Date.parse(now) / 1000)
        .map((item) => item.entry as SignInEntry);
    },

    /** When a person last signed in (ISO 8601), or null. */
    async lastSignIn(staff: string): Promise<string | null> {
      return (await getItem(table, lastSignInKey(staff), true))?.summary.at ?? null;
    },

    /** When everybody last signed in, by id. */
    async lastSignIns(): Promise<Map<string, string>> {
      const last = new Map<string, string>();
      for await (const item of queryAll(table, { index: "byUnit", partition: lastSignInPartition }))
        last.set(item.summary.staff, item.summary.at);
      return last;
    },

    /** Writes a session, new or seen again. It expires on its own when its day is over. */
    async putSession(session: Session): Promise<void> {
      const expires = seconds(session.signedInAt) + sessionMinutes.whole * 60;
      await put({ ...sessionKey(session.tokenHash), session, [expiryAttribute]: expires });
    },

    /** The session under this hash of a token, or null; whether it is still alive is for `isSessionValid` and `refreshSession` to say. */
    async session(tokenHash: string): Promise<Session | null> {
      return (await getItem(table, sessionKey(tokenHash)))?.session ?? null;
    },

    async endSession(tokenHash: string): Promise<void> {
      await table.client.send(new DeleteCommand({ TableName, Key: sessionKey(tokenHash) }));
    },
  };
}

const idItem = ({ id, email }: Staff): Item => ({ ...staffIdKey(id), email });

const isVersion = (version: number) => ({
  ConditionExpression: "#staff.#version = :version",
  ExpressionAttributeNames: { "#staff": "staff", "#version": "version" },
  ExpressionAttributeValues: { ":version": version },
});
