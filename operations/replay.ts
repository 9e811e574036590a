import { parseArgs } from "node:util";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { runCommand } from "./command.ts";
import { replay } from "./failed-work.ts";
import { readStack } from "./stack.ts";

const usage = `Usage: npm run replay -- --stage prod [--yes]
Lists what failed for good: batches of the table's stream, messages, calls, schedules, uploads. --yes hands each to its function again and takes it away once
that is done; mend the cause first. Doing it twice changes nothing. Exit code 1 where something is left.`;

await runCommand(async () => {
  const { stage, yes } = parseArgs({
    options: { stage: { type: "string" }, yes: { type: "boolean", default: false } },
  }).values;
  if (!stage) throw new Error("--stage is needed");
  const stack = await readStack(stage);
  const { region } = stack;
  const work = {
    sqs: new SQSClient({ region }),
    s3: new S3Client({ region }),
    // The nightly check takes up to fifteen minutes.
    lambda: new LambdaClient({ region, requestHandler: { requestTimeout: 910_000 }, maxAttempts: 1 }),
    queue: stack.find("AWS::SQS::Queue", "FailedJobs"),
    bucket: stack.find("AWS::S3::Bucket", "Failed"),
    uploads: stack.find("AWS::SQS::Queue", "ScannedFailed"),
    functions: stack.all("AWS::Lambda::Function"),
    // CloudFormation's id of a queue is its URL.
    queues: stack.all("AWS::SQS::Queue"),
  };
  if (!(await replay(work, yes, console.log))) process.exitCode = 1;
}, usage);
