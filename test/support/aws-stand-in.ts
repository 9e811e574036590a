import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface StandIn {
  /** What points the AWS clients of a process here. */
  environment: Record<string, string>;
  /** What was asked, in order: `sts GetCallerIdentity`, `ssm PutParameter /a/b`, `cloudformation CreateStack dev-x`, `s3 PUT /bucket/key`. */
  asked: string[];
  /** What a stack that is there is made of, by its name: type, construct's name and what AWS calls it. */
  resources: Map<string, [type: string, construct: string, name: string][]>;
  /** Objects by bucket and key, `/bucket/key`. */
  objects: Map<string, string>;
  /** The parameters that are kept, by name. */
  parameters: Map<string, { value: string; version: number }>;
  stop(): Promise<void>;
}

const account = "000000000000";

/**
 * Stands for as much of AWS as a deployment asks, since there is no account and no emulator of CloudFormation as a package: an identity, roles,
 * a quota, parameters, a bucket in which each asset lies already, and stacks that are there as soon as they are asked for. A region that is `bootstrapped`.
 */
export async function startAwsStandIn(outputs: Record<string, string> = {}): Promise<StandIn> {
  const asked: string[] = [];
  const parameters: StandIn["parameters"] = new Map();
  const resources: StandIn["resources"] = new Map();
  const objects: StandIn["objects"] = new Map();
  const stacks = new Map<string, Record<string, string>>([
    ["CDKToolkit", { BootstrapVersion: "28", BucketName: "assets" }],
    ["SSTBootstrap", { Version: "7.4", BucketName: "states" }],
  ]);
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    const { status = 200, type = "text/xml", text } = answer(request, body);
    response.writeHead(status, { "content-type": type });
    response.end(text);
  });

  const answer = (
    request: IncomingMessage,
    body: string,
  ): { status?: number; type?: string; text: string } => {
    const target = request.headers["x-amz-target"];
    if (typeof target === "string") return answerParameters(target.split(".")[1] ?? "", JSON.parse(body));
    const form = new URLSearchParams(body);
    const action = form.get("Action");
    if (action) return answerQuery(action, form);
    if (request.url?.includes("/account-settings"))
      return {
        type: "application/json",
        text: JSON.stringify({ AccountLimit: { ConcurrentExecutions: 1000 } }),
      };
    asked.push(`s3 ${request.method} ${request.url?.split("?")[0]}`);
    return answerBucket(new URL(request.url ?? "/", "http://localhost"));
  };

  const answerParameters = (action: string, asking: Record<string, string> & { Names?: string[] }) => {
    const { Name = "", Names = [Name], Value = "", Type } = asking;
    asked.push(`ssm ${action} ${Names.join(" ")}`);
    const json = (status: number, text: object) => ({
      status,
      type: "application/x-amz-json-1.1",
      text: JSON.stringify(text),
    });
    const found = Names.flatMap((name) => {
      const { value, version } = parameters.get(name) ?? {};
      if (/^\/cdk-bootstrap\//.test(name)) return [{ Name: name, Value: "28", Version: 1 }];
      return value === undefined ? [] : [{ Name: name, Value: value, Version: version }];
    });
    if (action === "PutParameter") {
      const before = parameters.get(Name);
      if (before && !asking.Overwrite) return json(400, { __type: "ParameterAlreadyExists" });
      const version = (before?.version ?? 0) + 1;
      parameters.set(Name, { value: `${Type} ${Value}`, version });
      return json(200, { Version: version });
    }
    if (action === "GetParameters") return json(200, { Parameters: found });
    return found[0] ? json(200, { Parameter: found[0] }) : json(400, { __type: "ParameterNotFound" });
  };

  const answerQuery = (action: string, form: URLSearchParams) => {
    const name = form.get("StackName") ?? "";
    const isStack = /Stack/.test(action);
    asked.push([isStack ? "cloudformation" : "sts", action, name].filter(Boolean).join(" "));
    const wrap = (inner: string) => ({
      text: `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`,
    });
    if (action === "GetCallerIdentity")
      return wrap(
        `<Account>${account}</Account><Arn>arn:aws:iam::${account}:user/nobody</Arn><UserId>1</UserId>`,
      );
    if (action === "AssumeRole")
      return wrap(
        "<Credentials><AccessKeyId>ASIANOBODY</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>x</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>",
      );
    if (action === "CreateStack" || action === "UpdateStack") {
      stacks.set(name, outputs);
      return wrap(`<StackId>arn:aws:cloudformation:ap-southeast-1:${account}:stack/${name}/1</StackId>`);
    }
    if (action === "ListStackResources" && resources.has(name)) {
      const members = resources
        .get(name)
        ?.map(
          ([type, construct, physical]) =>
            `<member><ResourceType>${type}</ResourceType><LogicalResourceId>${construct}</LogicalResourceId><PhysicalResourceId>${physical}</PhysicalResourceId></member>`,
        );
      return wrap(`<StackResourceSummaries>${members?.join("")}</StackResourceSummaries>`);
    }
    if (!["DescribeStacks", "ListStackResources"].includes(action))
      return wrap("<StackResources/><StackEvents/>");
    const stack = stacks.get(name);
    if (!stack)
      return {
        status: 400,
        text: `<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`,
      };
    const members = Object.entries(stack).map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    );
    return wrap(
      `<Stacks><member><StackName>${name}</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join("")}</Outputs></member></Stacks>`,
    );
  };

  const answerBucket = ({ pathname, searchParams: query }: URL) => {
    if (query.has("location")) return { text: "<LocationConstraint>ap-southeast-1</LocationConstraint>" };
    if (query.has("encryption")) return { text: "<ServerSideEncryptionConfiguration/>" };
    const prefix = query.get("prefix");
    if (prefix === null && query.get("x-id") !== "GetObject") return { text: "" };
    if (prefix === null) {
      const text = objects.get(pathname);
      return text === undefined
        ? { status: 404, text: "<Error><Code>NoSuchKey</Code></Error>" }
        : { type: "text/html", text };
    }
    return {
      text: `<ListBucketResult><KeyCount>1</KeyCount><Contents><Key>${prefix}</Key><Size>100</Size></Contents></ListBucketResult>`,
    };
  };

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    environment: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: "AKIANOBODY",
      AWS_SECRET_ACCESS_KEY: "x",
    },
    asked,
    resources,
    objects,
    parameters,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
