import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Aspects } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { synthesise } from "../../infra/assembly.ts";
import type { Stage } from "../../infra/stages.ts";

/** Where the template and the bundles of `prod` are. */
export const outdir = mkdtempSync(join(tmpdir(), "cdk.out-"));
/** The template of `prod`, once `synthesiseProd` has run. */
export let template: Template;
/** What AWS's rules of good practice find in it. */
export let findings: string[];

/** Synthesises `prod` for all parts of the test. */
export async function synthesiseProd(): Promise<void> {
  const assembly = await synthesise({
    stage: "prod",
    outdir,
    inspect: (app) => Aspects.of(app).add(new AwsSolutionsChecks()),
  });
  const [stack, ...others] = assembly.stacks;
  if (!stack || others.length > 0) throw new Error("the app is one stack");
  template = Template.fromJSON(stack.template);
  findings = stack.messages.map(({ id, entry }) => nameFinding(id, String(entry.data)));
}

/** The stack of `dev` with these options on, for what `prod` has off: its name and its template. */
export async function synthesiseWith(options: Partial<Stage>): Promise<{ name: string; template: Template }> {
  const assembly = await synthesise({ stage: "dev", options, outdir: join(outdir, "options") });
  const [stack] = assembly.stacks.filter(({ stackName }) => stackName.endsWith("-movement"));
  if (!stack) throw new Error("no stack");
  return { name: stack.stackName, template: Template.fromJSON(stack.template) };
}

export const removeSynthesised = () => rmSync(outdir, { recursive: true, force: true });

/** The folder of a function's bundle, and its properties, by its handler. */
export function bundleOf(handler: string) {
  const [found] = Object.values(
    template.findResources("AWS::Lambda::Function", { Properties: { Handler: handler } }),
  );
  if (!found) throw new Error(`no function ${handler}`);
  const folder = join(outdir, `asset.${String(found.Properties.Code.S3Key).replace(/\.zip$/, "")}`);
  return { folder, properties: found.Properties };
}

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

/** Every statement that allows something, of every role and resource policy. */
export function allowed(): Statement[] {
  const documents = [
    ...Object.values(template.findResources("AWS::IAM::Policy")).map(
      ({ Properties }) => Properties.PolicyDocument,
    ),
    ...Object.values(template.findResources("AWS::IAM::Role")).flatMap(({ Properties }) =>
      (Properties.Policies ?? []).map((policy: { PolicyDocument: unknown }) => policy.PolicyDocument),
    ),
  ];
  return documents.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === "Allow");
}

export const actionsOf = ({ Action }: Statement) => [Action].flat();

/** What a function's role may do with the table, the bucket and the rest, its own log and traces apart. */
export function actionsOfRole(name: string): string[] {
  const [policy] = Object.values(template.findResources("AWS::IAM::Policy")).filter(({ Properties }) =>
    Properties.Roles.some(({ Ref }: { Ref: string }) => Ref.startsWith(`${name}Role`)),
  );
  const statements: Statement[] = policy?.Properties.PolicyDocument.Statement ?? [];
  return [...new Set(statements.flatMap(actionsOf))].filter((action) => !/^(logs|xray):/.test(action)).sort();
}

/** Where the pages post files: by its name, which the pages' headers must know before the bucket is there. */
export const uploadsOrigin =
  "https://doan-ket-sang-tao-prod-uploads-000000000000.s3.ap-southeast-1.amazonaws.com";

/** By this the distribution proves to the API that it is the one that tells a visitor's address. */
export const distributionSecret = "{{resolve:ssm:/doan-ket-sang-tao/prod/distribution-secret}}";

/** A finding as place and rule, without the hashes that CDK appends to names. */
function nameFinding(id: string, text: string): string {
  const place = id
    .replace(/^\/[^/]+\//, "")
    .replace(/\/Resource$/, "")
    .replace(/-[0-9a-f]{6}/, "");
  const rule = /^AwsSolutions-(\S+):/.exec(text)?.[1]?.replace(/([A-Za-z])[0-9A-F]{8}\b/, "$1");
  return `${place} ${rule}`;
}
