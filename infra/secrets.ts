import type { Stage } from "./stages.ts";

/**
 * `String`: CloudFront's settings need the value. `drawn`: the value is random, not given by another
 * provider.
 */
interface Secret {
  name: string;
  type: "SecureString" | "String";
  drawn: boolean;
}

export const secretsPath = (stage: string) => `/doan-ket-sang-tao/${stage}`;

export const secretsOf = ({ issuer }: Pick<Stage, "issuer">): Secret[] => [
  { name: "proof-secret", type: "SecureString", drawn: true },
  { name: "distribution-secret", type: "String", drawn: true },
  ...(issuer?.confidential
    ? [{ name: "oidc-client-secret", type: "SecureString", drawn: false } as const]
    : []),
];

/**
 * Functions and CloudFront hold copies of secrets. CloudFormation updates the copies only if the template
 * changes.
 */
export const secretsVersion = (): string => process.env.SECRETS_VERSION ?? "0";
