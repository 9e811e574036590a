import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  UserNotFoundException,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";

/** Accounts at the OpenID provider, by mail address. Each may be called again at any time. */
export interface SignInAccounts {
  /** From now on somebody with this address can sign in there; they set their password themselves, by a code that is sent to the address. */
  open(email: string): Promise<void>;
  /** Ends what they have there, and lets them in no more. */
  close(email: string): Promise<void>;
}

/** The accounts of a provider that knows its people by itself: nothing is kept in step there. */
export const accountsElsewhere: SignInAccounts = {
  async open() {},
  async close() {},
};

/**
 * The accounts of a Cognito user pool. `password()` draws one that nobody gets to know: it makes the account one whose owner may ask for a code to set their
 * own, which Cognito refuses to those who were never given any. Endpoint, region and credentials come from the environment.
 */
export function openUserPool(
  UserPoolId: string,
  password: () => string,
  config: CognitoIdentityProviderClientConfig = {},
): SignInAccounts {
  const client = new CognitoIdentityProviderClient(config);
  return {
    async open(email) {
      const place = { UserPoolId, Username: email };
      try {
        await client.send(
          new AdminCreateUserCommand({
            ...place,
            // Our own letter invites; a password in a mail would be one that others may read.
            MessageAction: "SUPPRESS",
            UserAttributes: [
              { Name: "email", Value: email },
              { Name: "email_verified", Value: "true" },
            ],
          }),
        );
      } catch (error) {
        if (!(error instanceof UsernameExistsException)) throw error;
        await client.send(new AdminEnableUserCommand(place));
        if ((await statusOf(email)) !== "FORCE_CHANGE_PASSWORD") return;
      }
      await client.send(new AdminSetUserPasswordCommand({ ...place, Password: password(), Permanent: true }));
    },

    async close(email) {
      const place = { UserPoolId, Username: email };
      try {
        await client.send(new AdminDisableUserCommand(place));
        await client.send(new AdminUserGlobalSignOutCommand(place));
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };

  /** Where an account stands: one that was made, and whose maker was killed before it had a password, still has to be given one. */
  async function statusOf(email: string): Promise<string | undefined> {
    const { UserStatus } = await client.send(new AdminGetUserCommand({ UserPoolId, Username: email }));
    return UserStatus;
  }
}
