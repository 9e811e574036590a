import type { Job } from "../../core/job.ts";
import type { UploadBucket } from "../../store/upload-bucket.ts";

/** Workbooks come as uploads, scanned like any other; after an import they are taken away, since they hold people's data. */
export function importFiles(uploads: Pick<UploadBucket, "read" | "erase">) {
  const uploadOf = ({ parameters }: Job) => String(parameters.upload);
  return {
    readFile: (job: Job): Promise<Uint8Array> => uploads.read(uploadOf(job)),
    removeFile: (job: Job): Promise<void> => uploads.erase(uploadOf(job)),
  };
}
