import type { StaffChange, StaffEntry } from "#core/staff/lifecycle.ts";
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
import { getItem, type Item, queryAll, type Table, writeAll } from "./table.ts";
import { deleteItem, isNew, isVersion, putItem, putOf, transact } from "./writes.ts";

const invitationSeconds = 30 * 24 * 60 * 60;

const seconds = (instant: string) => Math.ceil(Date.parse(instant) / 1000);
const toItem = (staff: Staff): Item => ({ ...staffKeys(staff), staff, summary: staff });

export function createStaffStore(table: Table) {
  const writes = ({ before, after, entry, invitation }: StaffChange) => [
    putOf(table, toItem(after), before ? isVersion("staff", before.version) : isNew),
    ...(before ? [] : [putOf(table, idItem(after), isNew)]),
    putOf(table, { ...staffLogKey(after.id, entry.n), entry }, isNew),
    ...(invitation
      ? [
          putOf(table, {
            ...invitationKey(after.id),
            invitation,
            [expiryAttribute]: seconds(invitation.at) + invitationSeconds,
          }),
        ]
      : []),
  ];

  const byEmail = async (email: string): Promise<Staff | null> =>
    (await getItem(table, staffKey(email), true))?.staff ?? null;

  return {
    /** Writes accounts without any check, to fill a new system. */
    async put(...people: Staff[]): Promise<void> {
      const items = people.flatMap((staff) => [idItem(staff), toItem(staff)]);
      await writeAll(
        table,
        items.map((Item) => ({ PutRequest: { Item } })),
      );
    },

    byEmail,

    async byId(id: string): Promise<Staff | null> {
      const email: unknown = (await getItem(table, staffIdKey(id), true))?.email;
      return typeof email === "string" ? byEmail(email) : null;
    },

    async all(): Promise<Staff[]> {
      const items = await Array.fromAsync(queryAll(table, { index: "byUnit", partition: staffPartition }));
      return items.map((item) => item.summary as Staff);
    },

    /**
     * Writes accounts, log entries and invitations in one transaction. Throws `version.conflict`, also for a
     * taken address or id.
     */
    save: (...changes: StaffChange[]): Promise<void> => transact(table, changes.flatMap(writes)),

    async log(id: string): Promise<StaffEntry[]> {
      const query = { partition: staffLogPartition(id), consistent: true };
      return (await Array.fromAsync(queryAll(table, query))).map((item) => item.entry as StaffEntry);
    },

    /** Stores a sign-in for twelve months. `random` separates sign-ins at one instant. */
    async putSignIn(staff: string, entry: SignInEntry, random: string): Promise<void> {
      const until = new Date(entry.at);
      until.setUTCMonth(until.getUTCMonth() + signInMonths);
      const expires = seconds(until.toISOString());
      await putItem(table, { ...signInKey(staff, entry.at, random), entry, [expiryAttribute]: expires });
      if (entry.outcome === "signedIn")
        await putItem(table, { ...lastSignInKeys(staff), summary: { staff, at: entry.at } });
    },

    async signIns(staff: string, now: string): Promise<SignInEntry[]> {
      const query = { partition: signInPartition(staff), newestFirst: true };
      return (await Array.fromAsync(queryAll(table, query)))
        .filter((item) => item[expiryAttribute] > Date.parse(now) / 1000)
        .map((item) => item.entry as SignInEntry);
    },

    async lastSignIn(staff: string): Promise<string | null> {
      return (await getItem(table, lastSignInKey(staff), true))?.summary.at ?? null;
    },

    async lastSignIns(): Promise<Map<string, string>> {
      const last = new Map<string, string>();
      for await (const item of queryAll(table, { index: "byUnit", partition: lastSignInPartition }))
        last.set(item.summary.staff, item.summary.at);
      return last;
    },

    async putSession(session: Session): Promise<void> {
      const expires = seconds(session.signedInAt) + sessionMinutes.whole * 60;
      await putItem(table, { ...sessionKey(session.tokenHash), session, [expiryAttribute]: expires });
    },

    /** The session, or null; `isSessionValid` and `refreshSession` check it. */
    async session(tokenHash: string): Promise<Session | null> {
      return (await getItem(table, sessionKey(tokenHash)))?.session ?? null;
    },

    async endSession(tokenHash: string): Promise<void> {
      await deleteItem(table, sessionKey(tokenHash));
    },
  };
}

const idItem = ({ id, email }: Staff): Item => ({ ...staffIdKey(id), email });
