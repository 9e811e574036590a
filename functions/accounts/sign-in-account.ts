import type { SignInAccounts } from "../store/aws/user-pool.ts";
import type { Store } from "../store/store.ts";

/**
 * Keeps somebody's account at the OpenID provider in step with theirs here, as it is now and not as it was when the stream told of it: so it
 * may come late, twice or out of order.
 */
export async function keepSignInAccount(
  { store, accounts }: { store: Pick<Store, "staff">; accounts: SignInAccounts },
  email: string,
): Promise<void> {
  const staff = await store.staff.byEmail(email);
  await (staff?.active ? accounts.open(email) : accounts.close(email));
}
