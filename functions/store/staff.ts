import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type Session, type Staff, sessionMinutes } from "../core/staff.ts";
import { expiryAttribute, sessionKey, staffKey } from "./keys.ts";
import { getItem, type Table } from "./table.ts";

export function createStaffStore(table: Table) {
  return {
    async put(staff: Staff): Promise<void> {
      await table.client.send(
        new PutCommand({ TableName: table.name, Item: { ...staffKey(staff.email), staff } }),
      );
    },

    /** The member of staff with this mail address, or null. */
    async byEmail(email: string): Promise<Staff | null> {
      return (await getItem(table, staffKey(email)))?.staff ?? null;
    },

    /** Writes a session, new or seen again. It expires on its own when its day is over. */
    async putSession(session: Session): Promise<void> {
      const expires = Math.ceil(Date.parse(session.signedInAt) / 1000) + sessionMinutes.whole * 60;
      const Item = { ...sessionKey(session.tokenHash), session, [expiryAttribute]: expires };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },

    /** The session under this hash of a token, or null; whether it is still alive is for `isAlive` to say. */
    async session(tokenHash: string): Promise<Session | null> {
      return (await getItem(table, sessionKey(tokenHash)))?.session ?? null;
    },

    async endSession(tokenHash: string): Promise<void> {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: sessionKey(tokenHash) }));
    },
  };
}
