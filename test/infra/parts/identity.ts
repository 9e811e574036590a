import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { template } from "../synthesised.ts";

describe("the user pool of staff", () => {
  test("lets nobody sign up, asks everybody for a second factor, and cannot be deleted by mistake", () => {
    template.hasResource("AWS::Cognito::UserPool", {
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: "ON",
        EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
        Policies: { PasswordPolicy: { MinimumLength: 12 } },
        UsernameAttributes: ["email"],
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
        DeletionProtection: "ACTIVE",
        UserPoolTier: "ESSENTIALS",
      },
      DeletionPolicy: "Retain",
    });
  });

  test("shows its managed pages to the desk's client alone, which proves by PKCE and keeps no secret", () => {
    template.resourceCountIs("AWS::Cognito::UserPoolClient", 1);
    template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "email", "profile"],
      GenerateSecret: false,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
      EnableTokenRevocation: true,
      CallbackURLs: [{ "Fn::Join": ["", Match.arrayWith(["/api/session/callback"])] }],
      LogoutURLs: [{ "Fn::Join": ["", Match.arrayWith(["/quan-tri"])] }],
    });
    template.hasResourceProperties("AWS::Cognito::UserPoolDomain", { ManagedLoginVersion: 2 });
    template.resourceCountIs("AWS::Cognito::ManagedLoginBranding", 1);
  });

  test("is kept in step with accounts here by the function that hears of them", () => {
    const [accounts] = Object.values(
      template.findResources("AWS::Lambda::Function", {
        Properties: { Handler: "functions/accounts/lambda.handler" },
      }),
    );
    expect(accounts?.Properties.Environment.Variables.USER_POOL_ID).toEqual({
      Ref: expect.stringMatching(/^Staff/),
    });
  });
});

describe("mail", () => {
  test("is signed, comes back to a return path of its own, goes over TLS alone, and not again to who refused it", () => {
    template.hasResourceProperties("AWS::SES::EmailIdentity", {
      EmailIdentity: "example.vn",
      MailFromAttributes: { MailFromDomain: "thu.example.vn" },
      ConfigurationSetAttributes: { ConfigurationSetName: Match.anyValue() },
    });
    template.hasResourceProperties("AWS::SES::ConfigurationSet", {
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });
  });

  test("is sent from the one address, by whoever hears of what it is about", () => {
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "ses:SendEmail",
            Condition: { StringEquals: { "ses:FromAddress": "khong-tra-loi@example.vn" } },
          }),
        ]),
      },
    });
  });
});

test("functions may read the secrets they use, by name", () => {
  const read = Object.values(template.findResources("AWS::IAM::Policy"))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => JSON.stringify(Action).includes("ssm:"));
  expect(read).toHaveLength(2);
  for (const { Action, Resource } of read) {
    expect(Action).toBe("ssm:GetParameters");
    expect(JSON.stringify(Resource)).toMatch(
      /parameter\/doan-ket-sang-tao\/prod\/proof-secret.*parameter\/doan-ket-sang-tao\/prod\/distribution-secret/,
    );
  }
});

test("no mapping has more filters than the five that Lambda takes", () => {
  for (const { Properties } of Object.values(template.findResources("AWS::Lambda::EventSourceMapping")))
    expect(Properties.FilterCriteria?.Filters.length ?? 0).toBeLessThanOrEqual(5);
});
