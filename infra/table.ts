import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import {
  AccountRootPrincipal,
  AnyPrincipal,
  PolicyDocument,
  PolicyStatement,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Stack } from "sst/constructs";
import { expiryAttribute, indexes } from "../functions/store/keys.ts";
import { createBackups } from "./backups.ts";
import { stageOf } from "./stages.ts";

/** For so many days the table can be set back to any second, the most that DynamoDB offers. */
const recoveryDays = 35;

/**
 * The one table, its indexes as `store/keys.ts` lists them. Where the stage names a table that was restored beside it, all that reads and writes
 * goes there, and this one stays as it is (docs/operations.md).
 */
export function createTable(stack: Stack): ITable {
  const { lasting, ownKey, restoredTable, backups } = stageOf(stack);
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  const key = ownKey ? createKey(stack) : undefined;
  const own = new Table(stack, "Table", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: recoveryDays,
    },
    deletionProtection: lasting,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    timeToLiveAttribute: expiryAttribute,
    stream: StreamViewType.NEW_IMAGE,
    ...(key ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key } : {}),
  });
  for (const { name, pk, sk, projected } of indexes)
    own.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(pk),
      sortKey: text(sk),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...projected],
    });
  const table = restoredTable
    ? Table.fromTableAttributes(stack, "RestoredTable", {
        tableArn: stack.formatArn({
          service: "dynamodb",
          resource: "table",
          resourceName: restoredTable.name,
        }),
        tableStreamArn: restoredTable.streamArn,
        globalIndexes: indexes.map(({ name }) => name),
        ...(key ? { encryptionKey: key } : {}),
      })
    : // CDK's types do not expect exactOptionalPropertyTypes.
      (own as ITable);
  if (backups) createBackups(stack, table);
  return table;
}

/**
 * A key of our own for the table, renewed each year. Whoever may use the table may use the key, through DynamoDB alone, as AWS documents it; the
 * account administers it, and cannot decrypt with it.
 */
function createKey(stack: Stack): Key {
  const { lasting } = stageOf(stack);
  const statement = (principal: AccountRootPrincipal | AnyPrincipal | ServicePrincipal, actions: string[]) =>
    new PolicyStatement({
      principals: [principal],
      actions: actions.map((action) => `kms:${action}`),
      resources: ["*"],
    });
  const throughTable = statement(new AnyPrincipal(), [
    "CreateGrant",
    "Decrypt",
    "DescribeKey",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyWithoutPlaintext",
    "ReEncryptFrom",
    "ReEncryptTo",
  ]);
  throughTable.addConditions({
    StringEquals: {
      "kms:CallerAccount": stack.account,
      "kms:ViaService": `dynamodb.${stack.region}.amazonaws.com`,
    },
  });
  return new Key(stack, "TableKey", {
    description: "The table's own key",
    enableKeyRotation: true,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    policy: new PolicyDocument({
      statements: [
        throughTable,
        statement(new AccountRootPrincipal(), administration),
        statement(new ServicePrincipal("dynamodb.amazonaws.com"), [
          "DescribeKey",
          "GetKeyPolicy",
          "GetKeyRotationStatus",
          "ListGrants",
          "ListKeyPolicies",
          "ListResourceTags",
        ]),
      ],
    }),
  });
}

const administration = [
  "CancelKeyDeletion",
  "DescribeKey",
  "DisableKey",
  "DisableKeyRotation",
  "EnableKey",
  "EnableKeyRotation",
  "GetKeyPolicy",
  "GetKeyRotationStatus",
  "ListGrants",
  "ListKeyPolicies",
  "ListKeyRotations",
  "ListResourceTags",
  "PutKeyPolicy",
  "RevokeGrant",
  "ScheduleKeyDeletion",
  "TagResource",
  "UntagResource",
  "UpdateKeyDescription",
];
