import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { handleMessages } from "../store/aws/messages.ts";
import type { SignInAccounts } from "../store/aws/user-pool.ts";
import type { Store } from "../store/store.ts";
import { readStaffImage } from "../store/stream-image.ts";

interface AccountDeps {
  store: Pick<Store, "staff">;
  accounts: SignInAccounts;
  log: (message: string, details: Record<string, unknown>) => void;
}

export function createAccountsHandler({ log, ...deps }: AccountDeps) {
  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    handleMessages(
      event,
      async (image) => {
        const email = readStaffImage(image);
        if (email) await keepSignInAccount(deps, email);
      },
      (messageId, error) => log("account not kept", { messageId, fault: summariseError(error) }),
    );
}

/**
 * Reads the current record, because messages may repeat or arrive in any order. Tries again if `active` changed
 * meanwhile.
 */
async function keepSignInAccount(
  { store, accounts }: Omit<AccountDeps, "log">,
  email: string,
): Promise<void> {
  const isActive = async () => (await store.staff.byEmail(email))?.active ?? false;
  for (let active = await isActive(), done = false; !done; ) {
    await (active ? accounts.open(email) : accounts.close(email));
    const now = await isActive();
    done = now === active;
    active = now;
  }
}
