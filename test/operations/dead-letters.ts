/*
 * What AWS documents of what it keeps of failed work, with its own example values:
 * Lambda developer guide, "Retaining discarded records for a DynamoDB event source" (a batch in S3 and in SQS) and "Retaining records of
 * asynchronous invocations"; EventBridge Scheduler user guide, "Configuring a dead-letter queue"; SQS API reference, "ReceiveMessage" (MessageSystemAttributeNames); S3 user guide, "Event message structure".
 */

const functionArn = "arn:aws:lambda:us-east-2:123456789012:function:myfunction";

/** The table's stream, one record. */
export const streamEvent = {
  Records: [
    {
      eventID: "1",
      eventName: "INSERT",
      eventSource: "aws:dynamodb",
      dynamodb: {
        Keys: { pk: { S: "INI#1" }, sk: { S: "INI" } },
        NewImage: { title: { S: "Ủ phân từ rác chợ" } },
      },
    },
  ],
};

/** An object of the bucket of failed batches. */
export const batch = {
  requestContext: {
    requestId: "316aa6d0-8154-xmpl-9af7-85d5f4a6bc81",
    functionArn,
    condition: "RetryAttemptsExhausted",
    approximateInvokeCount: 51,
  },
  responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
  version: "1.0",
  timestamp: "2019-11-14T00:13:49.717Z",
  DDBStreamBatchInfo: {
    shardId: "shardId-00000001573689847184-864758bb",
    startSequenceNumber: "800000000003126276362",
    endSequenceNumber: "800000000003126276362",
    approximateArrivalOfFirstRecord: "2019-11-14T00:13:19Z",
    approximateArrivalOfLastRecord: "2019-11-14T00:13:19Z",
    batchSize: 1,
    streamArn: "arn:aws:dynamodb:us-east-2:123456789012:table/mytable/stream/2019-11-14T00:04:06.388",
  },
  payload: JSON.stringify(streamEvent),
};

/** Where Lambda puts it: aws/lambda/<mapping>/<shard>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<random>. */
export const batchKey =
  "aws/lambda/14e0db71-5d35-4eb5-b481-8945cf9d10c2/shardId-00000001573689847184-864758bb/2019/11/14/2019-11-14T00.13.49-5f4a6bc8";

/** S3's word of it. */
export const notice = {
  Records: [
    {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: "us-east-2",
      eventTime: "2019-11-14T00:13:50.000Z",
      eventName: "ObjectCreated:Put",
      s3: {
        s3SchemaVersion: "1.0",
        bucket: { name: "failed", arn: "arn:aws:s3:::failed" },
        object: { key: batchKey, size: 1024 },
      },
    },
  ],
};

export const testNotice = {
  Service: "Amazon S3",
  Event: "s3:TestEvent",
  Time: "2014-10-13T15:57:02.089Z",
  Bucket: "failed",
  RequestId: "5582815E1AEA5ADF",
};

/** A failed asynchronous call. */
export const call = {
  version: "1.0",
  timestamp: "2019-11-14T18:16:05.568Z",
  requestContext: {
    requestId: "e4b46cbf-b738-xmpl-8880-a18cdf61200e",
    functionArn: "arn:aws:lambda:us-east-2:123456789012:function:my-function:$LATEST",
    condition: "RetriesExhausted",
    approximateInvokeCount: 3,
  },
  requestPayload: { scheduledAt: "2019-11-14T18:00:00Z" },
  responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
  responsePayload: { errorMessage: "RequestId: e4b46cbf Process exited before completing request" },
};

/** A schedule that was not taken: the input is the body, all else stands in attributes. */
export const schedule = {
  Body: '{"scheduledAt":"2022-11-12T01:52:00Z"}',
  MessageAttributes: {
    ERROR_CODE: { StringValue: "TooManyRequestsException" },
    ERROR_MESSAGE: { StringValue: "Rate Exceeded" },
    EXECUTION_ID: { StringValue: "ad06616e51cdf74a" },
    EXHAUSTED_RETRY_CONDITION: { StringValue: "MaximumRetryAttempts" },
    IS_PAYLOAD_TRUNCATED: { StringValue: "false" },
    RETRY_ATTEMPTS: { StringValue: "10" },
    SCHEDULED_TIME: { StringValue: "2022-11-12T01:52:00Z" },
    SCHEDULE_ARN: { StringValue: "arn:aws:scheduler:us-west-2:123456789012:schedule/default/Morning" },
    TARGET_ARN: { StringValue: "arn:aws:lambda:us-west-2:123456789012:function:my-function" },
  },
};

/** A message that SQS moved from the queue of a function. */
export const message = {
  Body: JSON.stringify(streamEvent.Records[0]?.dynamodb.NewImage),
  Attributes: {
    DeadLetterQueueSourceArn: "arn:aws:sqs:us-east-2:123456789012:my-queue",
    SentTimestamp: "1573755365000",
  },
};
