import { randomBytes } from "node:crypto";
import { GetParametersCommand, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { secretsOf, secretsPath } from "../infra/secrets.ts";
import { stageNamed } from "../infra/stages.ts";

interface Asked {
  rotate?: readonly string[];
  given?: Readonly<Record<string, string>>;
}

/**
 * Creates missing secrets and replaces those in `rotate`. Returns names and common version, never values. Throws
 * for unknown names and for missing secrets that are not `drawn`.
 */
export async function ensureSecrets(
  client: SSMClient,
  stage: string,
  { rotate = [], given = {} }: Asked = {},
): Promise<{ written: string[]; version: string }> {
  const needed = secretsOf(stageNamed(stage));
  const path = (name: string) => `${secretsPath(stage)}/${name}`;
  const unknown = [...rotate, ...Object.keys(given)].filter(
    (name) => !needed.some((secret) => secret.name === name),
  );
  if (unknown.length > 0) throw new Error(`stage ${stage} has no secret ${unknown.join(", ")}`);
  const { Parameters = [] } = await client.send(
    new GetParametersCommand({ Names: needed.map(({ name }) => path(name)) }),
  );
  const versions = new Map(Parameters.map(({ Name, Version }) => [Name, Version ?? 0]));
  const written: string[] = [];
  for (const { name, type, drawn } of needed) {
    const isThere = versions.has(path(name));
    const value = given[name];
    if (value === undefined && isThere && !rotate.includes(name)) continue;
    if (value === undefined && !drawn)
      throw new Error(
        `${name} comes from the provider: npm run secrets -- --stage ${stage} --set ${name} < FILE`,
      );
    const put = new PutParameterCommand({
      Name: path(name),
      Type: type,
      Value: value ?? randomBytes(32).toString("base64url"),
      // Concurrent first runs must not overwrite each other.
      Overwrite: isThere,
    });
    versions.set(path(name), (await client.send(put)).Version ?? 0);
    written.push(name);
  }
  return { written, version: needed.map(({ name }) => versions.get(path(name))).join(".") };
}
