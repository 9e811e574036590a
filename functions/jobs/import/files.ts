import type { Job } from "#core/jobs/job.ts";
import type { UploadBucket } from "../../store/aws/upload-bucket.ts";
import type { Store } from "../../store/store.ts";

/** A job reads and deletes only the workbook that it claimed. */
export function importFiles(uploads: Store["uploads"], bucket: Pick<UploadBucket, "read" | "erase">) {
  const uploadOf = ({ parameters }: Job) => String(parameters.upload);
  const ownerOf = ({ id }: Job) => `job:${id}` as const;
  return {
    async readFile(job: Job): Promise<Uint8Array> {
      const { usedBy } = await uploads.get(uploadOf(job));
      if (usedBy !== ownerOf(job)) throw new Error("the upload is not the job's");
      return bucket.read(uploadOf(job));
    },
    async removeFile(job: Job): Promise<void> {
      if (await uploads.noteErased(uploadOf(job), ownerOf(job))) await bucket.erase(uploadOf(job));
    },
  };
}
