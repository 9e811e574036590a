import { randomBytes } from "node:crypto";
import { GetParametersCommand, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { secretsOf, secretsPath } from "../infra/secrets.ts";
import { stageNamed } from "../infra/stages.ts";

interface Asked {
  /** Drawn anew though they are there, by name. */
  rotate?: readonly string[];
  /** Given from outside, by name. */
  given?: Readonly<Record<string, string>>;
}

/**
 * Makes the secrets of a stage that are not there yet, 256 random bits each, and those that are asked for. Returns the names of what was written, never
 * a value, and the version that all of them make together. Throws where a name is unknown or one that cannot be drawn is missing.
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
      // Two who begin at once must not each believe in their own.
      Overwrite: isThere,
    });
    versions.set(path(name), (await client.send(put)).Version ?? 0);
    written.push(name);
  }
  return { written, version: needed.map(({ name }) => versions.get(path(name))).join(".") };
}
