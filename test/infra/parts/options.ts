import { join } from "node:path";
import { Match, Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { type CostTemplate, unpricedTypes } from "../../../bench/cost/resting.ts";
import { indexes } from "../../../functions/store/keys.ts";
import { synthesise } from "../../../infra/assembly.ts";
import { outdir, synthesiseWith } from "../synthesised.ts";

const restored = {
  name: "restored-2026-12-01",
  streamArn:
    "arn:aws:dynamodb:ap-southeast-1:000000000000:table/restored-2026-12-01/stream/2026-12-01T00:00:00.000",
};

const site = {
  domain: "sang-kien.mattran.vn",
  certificateArn: "arn:aws:acm:us-east-1:000000000000:certificate/0f6b2f3e-6a1c-4b6e-9a52-6b0a4d1c7e55",
};

describe("another stage, with a key of its own for a table that was restored, a name of its own and a firewall", () => {
  let template: Template;
  let stackName: string;
  beforeAll(async () => {
    const stack = await synthesiseWith({
      ownKey: true,
      restoredTable: restored,
      backups: true,
      watched: true,
      site,
      firewall: true,
    });
    template = stack.template;
    stackName = stack.name;
  }, 120_000);

  test("is made of what has a price", () => {
    expect(unpricedTypes(template.toJSON() as CostTemplate)).toEqual([]);
  });

  test("is named apart and can be removed whole", () => {
    expect(stackName).toBe("dev-doan-ket-sang-tao-movement");
    template.hasResource("AWS::DynamoDB::Table", {
      Properties: { DeletionProtectionEnabled: false },
      DeletionPolicy: "Delete",
    });
  });

  test("the table has a key that is renewed, used through DynamoDB alone, and administered without the right to decrypt", () => {
    template.hasResourceProperties("AWS::DynamoDB::Table", {
      SSESpecification: { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: Match.anyValue() },
    });
    template.hasResourceProperties("AWS::KMS::Key", { EnableKeyRotation: true });
    const [key] = Object.values(
      template.findResources("AWS::KMS::Key", { Properties: { Description: "The table's own key" } }),
    );
    const statements: Record<string, unknown>[] = key?.Properties.KeyPolicy.Statement;
    const mayDecrypt = statements.filter(({ Action }) => JSON.stringify(Action).includes("kms:Decrypt"));
    expect(mayDecrypt.map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: {
          "kms:CallerAccount": "000000000000",
          "kms:ViaService": "dynamodb.ap-southeast-1.amazonaws.com",
        },
      },
    ]);
    expect(JSON.stringify(statements.map(({ Action }) => Action))).not.toContain("*");
  });

  test("the alarms' topic has one too, which alarms of the account may use, and nobody else", () => {
    const [topic] = Object.values(template.findResources("AWS::SNS::Topic"));
    const key = topic?.Properties.KmsMasterKeyId["Fn::GetAtt"][0];
    const { Statement } = template.findResources("AWS::KMS::Key")[key]?.Properties.KeyPolicy ?? {};
    expect(Statement).toContainEqual({
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceAccount": "000000000000" },
        ArnLike: { "aws:SourceArn": expect.anything() },
      },
    });
    const decrypts = Statement.filter(({ Action }: { Action: string[] }) => Action.includes("kms:Decrypt"));
    expect(decrypts).toHaveLength(1);
  });

  test("everything reads, writes, follows and backs up the restored table, and its own stays as it is", () => {
    for (const { Properties } of Object.values(template.findResources("AWS::Lambda::Function")))
      if (Properties.Environment?.Variables.TABLE_NAME)
        expect(Properties.Environment.Variables.TABLE_NAME).toBe(restored.name);
    const tables = Object.keys(template.findResources("AWS::DynamoDB::Table"));
    expect(tables).toHaveLength(1);
    const elsewhere = Object.entries(template.toJSON().Resources).filter(
      ([name, resource]) => !tables.includes(name) && JSON.stringify(resource).includes(`"${tables[0]}"`),
    );
    expect(elsewhere.map(([name]) => name)).toEqual([]);
    const streams = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"))
      .map(({ Properties }) => Properties.EventSourceArn)
      .filter((arn) => typeof arn === "string");
    expect(new Set(streams)).toEqual(new Set([restored.streamArn]));
    const text = JSON.stringify(template.findResources("AWS::IAM::Policy"));
    for (const { name } of indexes) expect(text).toContain(`:table/${restored.name}/index/${name}`);
  });

  test("the site is known by its own name to visitors, functions, buckets and sign-in, in TLS 1.2 of 2021 and later", () => {
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        Aliases: [site.domain],
        ViewerCertificate: {
          AcmCertificateArn: site.certificateArn,
          MinimumProtocolVersion: "TLSv1.2_2021",
          SslSupportMethod: "sni-only",
        },
      },
    });
    const origins = Object.values(template.findResources("AWS::Lambda::Function"))
      .map(({ Properties }) => Properties.Environment?.Variables.PUBLIC_ORIGIN)
      .filter((origin) => origin !== undefined);
    expect(new Set(origins)).toEqual(new Set([`https://${site.domain}`]));
    template.hasResourceProperties("AWS::S3::Bucket", {
      CorsConfiguration: { CorsRules: [Match.objectLike({ AllowedOrigins: [`https://${site.domain}`] })] },
    });
    template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      CallbackURLs: [`https://${site.domain}/api/session/callback`],
    });
    template.hasOutput("Origin", { Value: `https://${site.domain}` });
  });

  test("the firewall lies where CloudFront wants it, in a stack of its own, and answers a flood as the gateway does", async () => {
    const { stacks } = await synthesise({
      stage: "dev",
      region: "us-east-1",
      options: { firewall: true },
      outdir: join(outdir, "edge"),
    });
    expect(stacks.map(({ stackName }) => stackName)).toEqual(["dev-doan-ket-sang-tao-firewall"]);
    const edge = Template.fromJSON(stacks[0]?.template);
    edge.hasResourceProperties("AWS::WAFv2::WebACL", {
      Scope: "CLOUDFRONT",
      DefaultAction: { Allow: {} },
      Rules: [
        Match.objectLike({
          Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
          Statement: {
            RateBasedStatement: Match.objectLike({
              AggregateKeyType: "IP",
              Limit: 15_000,
              EvaluationWindowSec: 300,
            }),
          },
        }),
      ],
    });
    const name = "/doan-ket-sang-tao/dev/firewall";
    edge.hasResourceProperties("AWS::SSM::Parameter", { Name: name });
    edge.resourceCountIs("AWS::Lambda::Function", 0);
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: { WebACLId: `{{resolve:ssm:${name}}}` },
    });
  });
});
