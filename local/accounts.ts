import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Grant } from "../functions/core/access.ts";
import type { Staff } from "../functions/core/staff.ts";
import { staffKey } from "../functions/store/keys.ts";
import type { Store } from "../functions/store/store.ts";
import type { Item, Table } from "../functions/store/table.ts";

/** A member of staff as the sign-in page offers it. */
export interface Account {
  email: string;
  name: string;
  /** What they are, for people: `Cán bộ tiếp nhận, UBMTTQ xã …`. */
  roles: string[];
}

const roleWords: Record<Grant["role"], string> = {
  reviewer: "Cán bộ tiếp nhận",
  member: "Thành viên hội đồng",
  secretary: "Thư ký hội đồng",
  administrator: "Quản trị",
};

/** Everybody who may sign in, by name. Reads the whole table, since nothing in production asks for this; callers keep the answer a while. */
export async function listAccounts(table: Table, store: Store): Promise<Account[]> {
  const staff: Staff[] = [];
  let start: Item | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: "begins_with(pk, :staff)",
        ExpressionAttributeValues: { ":staff": staffKey("").pk },
        ExclusiveStartKey: start,
      }),
    );
    staff.push(...(page.Items ?? []).map((item) => item.staff as Staff));
    start = page.LastEvaluatedKey;
  } while (start);
  const units = await store.directory.units();
  const councils = (await store.directory.campaigns()).flatMap((campaign) => campaign.councils);
  const describe = (grant: Grant) => {
    const council = "council" in grant ? councils.find(({ id }) => id === grant.council)?.name : undefined;
    return `${roleWords[grant.role]}, ${council ?? units.get(grant.unit)?.name ?? grant.unit}`;
  };
  return staff
    .filter(({ active }) => active)
    .map(({ email, name, grants }) => ({ email, name, roles: grants.map(describe) }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
}
