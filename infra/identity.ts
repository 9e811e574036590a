import { CfnOutput, Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolEmail,
} from "aws-cdk-lib/aws-cognito";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { Stack } from "sst/constructs";
import { stageOf } from "./stages.ts";

/** `accounts` is null for another provider. */
export interface Identity {
  issuer: string;
  clientId: string;
  accounts: { pool: string; allowed: PolicyStatementProps } | null;
}

/**
 * Cognito locks out a user for up to fifteen minutes after five wrong passwords (Developer Guide, "Lockout
 * behavior for failed sign-in attempts").
 */
export function createIdentity(stack: Stack, origin: string): Identity {
  const { issuer, lasting, mail, region } = stageOf(stack);
  if (issuer) return { issuer: issuer.url, clientId: issuer.clientId, accounts: null };

  const pool = new UserPool(stack, "Staff", {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    mfa: Mfa.REQUIRED,
    // SMS costs money, and phone numbers can be taken over.
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: false,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    // The address identifies a person, so only administrators change it.
    keepOriginal: { email: true },
    deletionProtection: lasting,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    userVerification: {
      emailSubject: "Mã đặt lại mật khẩu Đoàn kết sáng tạo / Your code",
      emailBody:
        "Mã của ông/bà là {####}. Mã có hiệu lực trong một giờ. Không đưa mã này cho bất kỳ ai.<br><br>Your code is {####}. It is valid for an hour. Give it to nobody.",
    },
    email: mail.verified
      ? UserPoolEmail.withSES({
          sesRegion: region,
          fromEmail: mail.sender,
          fromName: "Doan ket sang tao",
          sesVerifiedDomain: mail.domain,
        })
      : UserPoolEmail.withCognito(),
  });
  const domain = pool.addDomain("SignIn", {
    cognitoDomain: { domainPrefix: `doan-ket-sang-tao-${stack.stage}-${stack.account}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const client = pool.addClient("Desk", {
    // PKCE replaces a client secret (docs/decisions/0026).
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${origin}/api/session/callback`],
      logoutUrls: [`${origin}/quan-tri`],
    },
    // The API accepts only codes, so other flows give no access.
    authFlows: { userSrp: true },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
  });
  const branding = new CfnManagedLoginBranding(stack, "SignInPages", {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  branding.node.addDependency(domain);

  new CfnOutput(stack, "UserPool", { value: pool.userPoolId });
  return {
    issuer: `https://cognito-idp.${stack.region}.amazonaws.com/${pool.userPoolId}`,
    clientId: client.userPoolClientId,
    accounts: {
      pool: pool.userPoolId,
      allowed: {
        actions: [
          "cognito-idp:AdminCreateUser",
          "cognito-idp:AdminSetUserPassword",
          "cognito-idp:AdminEnableUser",
          "cognito-idp:AdminGetUser",
          "cognito-idp:AdminDisableUser",
          "cognito-idp:AdminUserGlobalSignOut",
        ],
        resources: [pool.userPoolArn],
      },
    },
  };
}
