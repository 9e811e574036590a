/** What an SDK client needs besides an endpoint. DynamoDB Local and the S3 server take any credentials; nothing here opens anything. */
export const localAccess = {
  region: "ap-southeast-1",
  credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
} as const;
