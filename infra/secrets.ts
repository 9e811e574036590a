import type { Stage } from "./stages.ts";

/** `String`: for CloudFront, which cannot use a SecureString. `drawn`: a random value. */
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

/** CloudFormation updates copies of secrets only if this version changes the template. */
export const secretsVersion = (): string => process.env.SECRETS_VERSION ?? "0";
