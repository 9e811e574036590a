import { attachmentLimits, typeOfFile } from "#core/initiatives/attachment.ts";
import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { sendFile } from "../../../attachments/send-file.ts";
import { isProblem } from "../../parts/api.ts";
import { drawJobId } from "../exports/api.ts";
import { beginImport } from "./api.ts";

/** How often it is asked whether a file has been scanned, and how long between, in milliseconds. */
const scanning = { times: 90, pause: 1_000 };

/** A file that is no workbook of a size that is taken: said before anything is sent. */
export class UnfitFile extends Error {}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Uploads a workbook; gives the id of the upload. Throws `UnfitFile`, and what `sendFile` throws. */
export async function uploadWorkbook(file: File, progress: (done: number) => void): Promise<string> {
  if (typeOfFile(file.name, file.type) !== xlsx || file.size === 0 || file.size > attachmentLimits.bytes)
    throw new UnfitFile();
  const asked = { name: file.name.slice(-150), type: xlsx, size: file.size, purpose: "import" } as const;
  return sendFile(file, asked, progress, new AbortController().signal);
}

/** Begins the job as soon as the upload has been scanned. */
export async function importUpload(
  upload: string,
  unit: string,
  dryRun: boolean,
  call: <T>(attempt: () => Promise<T>) => Promise<T>,
): Promise<JobView> {
  const id = drawJobId();
  for (let times = 1; ; times++) {
    try {
      return await call(() => beginImport(id, unit, { upload, dryRun }));
    } catch (error) {
      if (!isProblem(error, "job.uploadPending") || times === scanning.times) throw error;
      await new Promise((resolve) => setTimeout(resolve, scanning.pause));
    }
  }
}
