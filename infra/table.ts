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
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Stack } from "sst/constructs";
import { expiryAttribute, indexes } from "../functions/store/keys.ts";
import { createBackups } from "./backups.ts";
import { createKey } from "./key.ts";
import { stageOf } from "./stages.ts";

export const recoveryDays = 35;

/** Returns the stage's `restoredTable` if set (docs/operations.md). */
export function createTable(stack: Stack): ITable {
  const { lasting, ownKey, restoredTable, backups } = stageOf(stack);
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  const key = ownKey ? createTableKey(stack) : undefined;
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

/** Every user of the table may use the key, but only through DynamoDB. */
function createTableKey(stack: Stack): Key {
  const statement = (principal: AnyPrincipal | ServicePrincipal, actions: string[]) =>
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
  return createKey(stack, "TableKey", "The table's own key", [
    throughTable,
    statement(new ServicePrincipal("dynamodb.amazonaws.com"), [
      "DescribeKey",
      "GetKeyPolicy",
      "GetKeyRotationStatus",
      "ListGrants",
      "ListKeyPolicies",
      "ListResourceTags",
    ]),
  ]);
}
