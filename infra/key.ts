import { RemovalPolicy } from "aws-cdk-lib";
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Stack } from "sst/constructs";
import { stageOf } from "./stages.ts";

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

/** Lets the account administer the key but not decrypt. `uses` grants other uses. */
export function createKey(stack: Stack, name: string, description: string, uses: PolicyStatement[]): Key {
  const { lasting } = stageOf(stack);
  const administrators = new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: administration.map((action) => `kms:${action}`),
    resources: ["*"],
  });
  return new Key(stack, name, {
    description,
    enableKeyRotation: true,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    policy: new PolicyDocument({ statements: [...uses, administrators] }),
  });
}
