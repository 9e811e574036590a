import type { Grant } from "#core/staff/access.ts";
import type { Store } from "../../functions/store/store.ts";

export interface Account {
  email: string;
  name: string;
  roles: string[];
}

const roleWords: Record<Grant["role"], string> = {
  reviewer: "Cán bộ tiếp nhận",
  member: "Thành viên hội đồng",
  secretary: "Thư ký hội đồng",
  administrator: "Quản trị",
};

export async function listAccounts(store: Pick<Store, "staff" | "directory">): Promise<Account[]> {
  const staff = await store.staff.all();
  const [units, councils] = await Promise.all([store.directory.units(), store.directory.councils()]);
  const describe = (grant: Grant) => {
    const council = "council" in grant ? councils.get(grant.council)?.name : undefined;
    return `${roleWords[grant.role]}, ${council ?? units.get(grant.unit)?.name ?? grant.unit}`;
  };
  return staff
    .filter(({ active }) => active)
    .map(({ email, name, grants }) => ({ email, name, roles: grants.map(describe) }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
}
