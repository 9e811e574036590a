import type { Stage } from "./stages.ts";

/** A secret in SSM's parameter store: CloudFront's settings take no SecureString; what another provider gave us cannot be drawn by lot. */
interface Secret {
  name: string;
  type: "SecureString" | "String";
  drawn: boolean;
}

/** Below this path lie a stage's secrets, each under its name. */
export const secretsPath = (stage: string) => `/doan-ket-sang-tao/${stage}`;

/** Every secret that a stage needs. */
export const secretsOf = ({ issuer }: Pick<Stage, "issuer">): Secret[] => [
  { name: "proof-secret", type: "SecureString", drawn: true },
  { name: "distribution-secret", type: "String", drawn: true },
  ...(issuer?.confidential
    ? [{ name: "oidc-client-secret", type: "SecureString", drawn: false } as const]
    : []),
];

/**
 * Which secrets the template was made with: `npm run deploy` says it. Functions read secrets as they start and CloudFront's settings hold one, so that both
 * must change with them, or CloudFormation leaves them as they are.
 */
export const secretsVersion = (): string => process.env.SECRETS_VERSION ?? "0";
