import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { actionsOf, actionsOfRole, allowed, template, uploadsOrigin } from "../synthesised.ts";

describe("the functions", () => {
  test("are ten, on Node 24 and arm64, each with a log kept for a year", () => {
    const own = Object.values(template.findResources("AWS::Lambda::Function")).filter(
      // CDK's own, which puts the pages in place.
      ({ Properties }) => Properties.Handler !== "index.handler",
    );
    expect(own).toHaveLength(10);
    for (const { Properties } of own)
      expect(Properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        LoggingConfig: { LogGroup: { Ref: expect.anything() } },
      });
    template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 365 });
  });

  test("may do what they do and nothing else", () => {
    expect(actionsOfRole("PublicApi")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:GetObject",
      "s3:PutObject",
      "ssm:GetParameters",
    ]);
    expect(actionsOfRole("StaffApi")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:ConditionCheckItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:GetObject",
      "s3:PutObject",
      "ssm:GetParameters",
    ]);
    expect(actionsOfRole("Figures")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:DescribeStream",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "s3:ListBucket",
      "s3:PutObject",
    ]);
    expect(actionsOfRole("Dispatch")).toEqual([
      "dynamodb:DescribeStream",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
      "s3:ListBucket",
      "s3:PutObject",
      "sqs:SendMessage",
    ]);
    expect(actionsOfRole("Notices")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:DeleteObject",
      "s3:PutObject",
      "ses:SendEmail",
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
      "sqs:SendMessage",
    ]);
    expect(actionsOfRole("Accounts")).toEqual([
      "cognito-idp:AdminCreateUser",
      "cognito-idp:AdminDisableUser",
      "cognito-idp:AdminEnableUser",
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminSetUserPassword",
      "cognito-idp:AdminUserGlobalSignOut",
      "dynamodb:GetItem",
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
    ]);
    expect(actionsOfRole("Uploads")).toEqual([
      "dynamodb:GetItem",
      "dynamodb:UpdateItem",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:GetObjectVersionTagging",
      "s3:ListBucket",
      "s3:PutObject",
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
    ]);
    expect(actionsOfRole("AnnualReport")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]);
  });

  test("that works on jobs reads all, writes its rows, and has files below jobs, reports and uploads alone", () => {
    expect(actionsOfRole("Jobs")).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
    ]);
  });

  test("are allowed no action by a wildcard, no managed policy, and but for traces one action on everything: listing streams, which knows no less", () => {
    expect(
      allowed()
        .flatMap(actionsOf)
        .filter((action) => action.includes("*")),
    ).toEqual([]);
    expect(
      allowed()
        .filter(({ Resource }) => Resource === "*")
        .flatMap(actionsOf)
        .filter((action) => !action.startsWith("xray:")),
    ).toEqual(["dynamodb:ListStreams", "dynamodb:ListStreams"]);
    for (const { Properties } of Object.values(template.findResources("AWS::IAM::Role")))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
  });

  test("the API counts what clients do and claims uploads, and changes nothing else in part", () => {
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:UpdateItem",
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["LIMIT#*", "UPLOAD#*"] } },
          }),
        ]),
      },
    });
  });

  test("the public's part of the API deletes drafts alone, the desk sessions, drafts and places of campaigns", () => {
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:DeleteItem",
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["DRAFT#*"] } },
          }),
        ]),
      },
    });
    template.hasResourceProperties("AWS::IAM::Policy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "dynamodb:DeleteItem",
            Condition: {
              "ForAllValues:StringLike": {
                "dynamodb:LeadingKeys": [
                  "SESSION#*",
                  "DRAFT#*",
                  "CAMPAIGN",
                  "CAMPAIGN#*",
                  "OPENCAMPAIGN#*",
                  "COMMENDATION#*",
                ],
              },
            },
          }),
          Match.objectLike({
            Action: "dynamodb:ConditionCheckItem",
            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["MODEL#*"] } },
          }),
        ]),
      },
    });
  });

  test("have the settings that their entries read, and of secrets the place alone", () => {
    const settings = (handler: string): Record<string, unknown> => {
      const found = template.findResources("AWS::Lambda::Function", { Properties: { Handler: handler } });
      return Object.values(found)[0]?.Properties.Environment.Variables;
    };
    const both = {
      TABLE_NAME: { Ref: expect.stringMatching(/^Table/) },
      PUBLIC_ORIGIN: expect.anything(),
      UPLOADS_BUCKET: { Ref: expect.stringMatching(/^Uploads/) },
      UPLOADS_ADDRESS: uploadsOrigin,
      PROOF_TRIES: "150",
      SECRETS_PATH: "/doan-ket-sang-tao/prod",
    };
    expect(settings("functions/api/public-lambda.handler")).toMatchObject(both);
    expect(settings("functions/api/staff-lambda.handler")).toMatchObject({
      ...both,
      OIDC_ISSUER: {
        "Fn::Join": [
          "",
          ["https://cognito-idp.ap-southeast-1.amazonaws.com/", { Ref: expect.stringMatching(/^Staff/) }],
        ],
      },
      OIDC_CLIENT_ID: { Ref: expect.stringMatching(/^StaffDesk/) },
    });
    expect(JSON.stringify(template.toJSON())).not.toContain("resolve:secretsmanager");
    expect(Object.keys(settings("functions/uploads/lambda.handler"))).toEqual(
      expect.arrayContaining(["TABLE_NAME", "UPLOADS_BUCKET"]),
    );
    expect(settings("functions/figures/lambda.handler")).toHaveProperty("TABLE_NAME");
    expect(settings("functions/annual-report/lambda.handler")).toHaveProperty("TABLE_NAME");
  });
});
