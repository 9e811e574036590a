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

/** Accounts at the OpenID provider, by mail address; every call may be repeated. */
export interface SignInAccounts {
  /** Lets the address sign in; its owner sets the password by a mailed code. */
  open(email: string): Promise<void>;
  close(email: string): Promise<void>;
}

/** For a provider that manages its own accounts; does nothing. */
export const accountsElsewhere: SignInAccounts = {
  async open() {},
  async close() {},
};

/** Each account gets an unknown random password, because Cognito resets only accounts with a password. */
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
            // The app's own letter invites the user, without a password.
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

  /** An interrupted creation may have left the account without a password. */
  async function statusOf(email: string): Promise<string | undefined> {
    const { UserStatus } = await client.send(new AdminGetUserCommand({ UserPoolId, Username: email }));
    return UserStatus;
  }
}
