import { GetParametersCommand, SSMClient, type SSMClientConfig } from "@aws-sdk/client-ssm";

/**
 * Secrets of SSM's parameter store below a path (`/doan-ket-sang-tao/prod`), by name, deciphered, in one request. Throws, naming them, where
 * any is not there. Endpoint, region and credentials come from the environment.
 */
export async function readSecrets<Name extends string>(
  path: string,
  names: readonly Name[],
  config: SSMClientConfig = {},
): Promise<Record<Name, string>> {
  const client = new SSMClient(config);
  const Names = names.map((name) => `${path}/${name}`);
  const { Parameters = [] } = await client.send(new GetParametersCommand({ Names, WithDecryption: true }));
  client.destroy();
  const values = new Map(Parameters.map(({ Name, Value }) => [Name, Value]));
  const missing = Names.filter((name) => !values.get(name));
  if (missing.length > 0) throw new Error(`the parameter store lacks ${missing.join(", ")}`);
  return Object.fromEntries(names.map((name) => [name, values.get(`${path}/${name}`)])) as Record<
    Name,
    string
  >;
}
