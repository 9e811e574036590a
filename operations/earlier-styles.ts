import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { hashStyles } from "../web/page-styles.ts";
import { readStack } from "./stack.ts";

/** Pages with inline styles. */
const pages = ["index.html", "gui/index.html", "tra-cuu/index.html", "app.html", "not-found.html"];

/**
 * Returns hashes for `style-src`. A deployment changes the policy before the pages, so deployed styles must stay
 * allowed.
 */
export async function findEarlierStyles(stage: string): Promise<string[]> {
  const place = await findPages(stage);
  if (!place) return [];
  const { Bucket, region } = place;
  const s3 = new S3Client({ region });
  const styles = new Set<string>();
  for (const Key of pages)
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      for (const hash of hashStyles((await Body?.transformToString()) ?? "")) styles.add(hash);
    } catch (error) {
      // A failed first deployment may leave no pages or bucket.
      if (!(error instanceof Error && ["NoSuchKey", "NoSuchBucket"].includes(error.name))) throw error;
    }
  s3.destroy();
  return [...styles];
}

async function findPages(stage: string): Promise<{ Bucket: string; region: string } | null> {
  try {
    const stack = await readStack(stage);
    return { Bucket: stack.find("AWS::S3::Bucket", "Pages"), region: stack.region };
  } catch (error) {
    if (error instanceof Error && /does not exist|has no Pages/.test(error.message)) return null;
    throw error;
  }
}
