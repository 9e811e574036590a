import { Duration, RemovalPolicy, TimeZone } from "aws-cdk-lib";
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupSelection,
  BackupVault,
} from "aws-cdk-lib/aws-backup";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Schedule } from "aws-cdk-lib/aws-events";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Stack } from "sst/constructs";

/** At most as long as point-in-time recovery, so that erased data expires everywhere. */
const keptDays = 35;

/** The vault denies deletion to everybody, whereas one call can delete the history of point-in-time recovery. */
export function createBackups(stack: Stack, table: ITable): void {
  const vault = new BackupVault(stack, "Vault", {
    blockRecoveryPointDeletion: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const plan = new BackupPlan(stack, "Backups", { backupVault: vault });
  plan.addRule(
    new BackupPlanRule({
      ruleName: "daily",
      scheduleExpression: Schedule.cron({ minute: "0", hour: "2" }),
      scheduleExpressionTimezone: TimeZone.ASIA_HO_CHI_MINH,
      startWindow: Duration.hours(1),
      completionWindow: Duration.hours(6),
      deleteAfter: Duration.days(keptDays),
    }),
  );
  new BackupSelection(stack, "BackupSelection", {
    backupPlan: plan,
    resources: [BackupResource.fromDynamoDbTable(table)],
    role: createBackupRole(stack, table, vault),
    disableDefaultBackupPolicy: true,
  });
}

function createBackupRole(stack: Stack, table: ITable, vault: BackupVault): Role {
  const role = new Role(stack, "BackupRole", {
    assumedBy: new ServicePrincipal("backup.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
  });
  const allowed = [
    {
      actions: [
        "dynamodb:CreateBackup",
        "dynamodb:DescribeTable",
        "dynamodb:ListTagsOfResource",
        "dynamodb:StartAwsBackupJob",
      ],
      resources: [table.tableArn],
    },
    {
      actions: ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
      resources: [`${table.tableArn}/backup/*`],
    },
    {
      actions: ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"],
      resources: [vault.backupVaultArn],
    },
  ];
  for (const statement of allowed) role.addToPolicy(new PolicyStatement(statement));
  return role;
}
