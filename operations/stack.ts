import { CloudFormationClient, paginateListStackResources } from "@aws-sdk/client-cloudformation";
import { stageNamed } from "../infra/stages.ts";

export interface DeployedStack {
  region: string;
  find(type: string, construct: string): string;
  all(type: string): string[];
}

export interface StackResource {
  LogicalResourceId?: string | undefined;
  PhysicalResourceId?: string | undefined;
  ResourceType?: string | undefined;
}

export async function readStack(stage: string): Promise<DeployedStack> {
  const { region } = stageNamed(stage);
  const client = new CloudFormationClient({ region });
  const resources: StackResource[] = [];
  const StackName = `${stage}-doan-ket-sang-tao-movement`;
  for await (const page of paginateListStackResources({ client }, { StackName }))
    resources.push(...(page.StackResourceSummaries ?? []));
  client.destroy();
  return nameResources(region, resources);
}

/** CDK appends eight hexadecimal digits to names. */
export function nameResources(region: string, resources: readonly StackResource[]): DeployedStack {
  const ofType = (type: string) => resources.filter(({ ResourceType }) => ResourceType === type);
  return {
    region,
    find(type, construct) {
      const name = new RegExp(`^${construct}[0-9A-F]{8}$`);
      const found = ofType(type).find(
        ({ LogicalResourceId = "" }) => LogicalResourceId === construct || name.test(LogicalResourceId),
      );
      if (!found?.PhysicalResourceId) throw new Error(`the stack has no ${construct} (${type})`);
      return found.PhysicalResourceId;
    },
    all: (type) => ofType(type).flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? []),
  };
}
