import { RemovalPolicy } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { IDependable } from "constructs";
import type { Stack } from "sst/constructs";
import { cacheControl } from "../web/page-headers.ts";
import { personPage } from "../web/page-paths.ts";
import { logDays, stageOf } from "./stages.ts";

export const builtPages = "web/dist";

const personFile = personPage.slice(1);

export function createPages(stack: Stack): Bucket {
  return new Bucket(stack, "Pages", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/**
 * Uploads the service worker last, so that the worker never caches an old page under a new name. Keeps old
 * assets.
 */
export function putPages(
  stack: Stack,
  pages: Bucket,
  distribution: IDistribution,
  after: IDependable[],
): void {
  const folders = {
    Assets: new Asset(stack, "BuiltAssets", { path: `${builtPages}/assets` }),
    Html: new Asset(stack, "BuiltHtml", { path: builtPages, exclude: ["assets", "sw.js", personFile] }),
    Person: new Asset(stack, "BuiltPerson", { path: builtPages, exclude: ["*", `!${personFile}`] }),
    Worker: new Asset(stack, "BuiltWorker", { path: builtPages, exclude: ["*", "!sw.js"] }),
  };
  const put = createHandler(stack, pages, distribution, Object.values(folders));
  const deploy = (name: keyof typeof folders, earlier: IDependable[], more = {}) => {
    const { bucket, s3ObjectKey } = folders[name];
    const deployment = new BucketDeployment(stack, `Put${name}`, {
      ...put,
      sources: [Source.bucket(bucket, s3ObjectKey)],
      destinationBucket: pages,
      prune: false,
      ...more,
    });
    deployment.node.addDependency(...earlier);
    return deployment;
  };
  const cached = (how: string) => ({ cacheControl: [CacheControl.fromString(how)] });
  const assets = deploy("Assets", [put.rights, ...after], {
    destinationKeyPrefix: "assets",
    ...cached(cacheControl.asset),
  });
  const person = deploy("Person", [assets], cached(cacheControl.person));
  const html = deploy("Html", [person], {
    distribution,
    distributionPaths: ["/*"],
    ...cached(cacheControl.page),
  });
  deploy("Worker", [html], cached(cacheControl.worker));
}

/** CDK's default rights would have wildcards and cover any distribution. */
function createHandler(stack: Stack, pages: Bucket, distribution: IDistribution, folders: Asset[]) {
  const role = new Role(stack, "PutRole", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  const { lasting } = stageOf(stack);
  const logGroup = new LogGroup(stack, "PutLog", {
    retention: logDays,
    removalPolicy: lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  logGroup.grantWrite(role);
  const allowed = [
    {
      actions: ["s3:GetObject"],
      resources: folders.map(({ bucket, s3ObjectKey }) => bucket.arnForObjects(s3ObjectKey)),
    },
    { actions: ["s3:ListBucket"], resources: [pages.bucketArn] },
    { actions: ["s3:PutObject"], resources: [pages.arnForObjects("*")] },
    {
      actions: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
      resources: [distribution.distributionArn],
    },
  ];
  for (const statement of allowed) role.addToPolicy(new PolicyStatement(statement));
  return { role: role.withoutPolicyUpdates(), rights: role, logGroup, memoryLimit: 512 };
}
