import { attachmentLimits, typeOfFile } from "#core/initiatives/attachment.ts";
import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { sendFile } from "../../../attachments/send-file.ts";
import { isProblem } from "../../parts/api.ts";
import { beginImport, drawJobId } from "../api.ts";

/** `pause` is in milliseconds. */
const scanning = { times: 90, pause: 1_000 };

/** Thrown before the upload if the file is too large or not an XLSX. */
export class UnfitFile extends Error {}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Returns the upload id. Throws `UnfitFile` and the errors of `sendFile`. */
export async function uploadWorkbook(file: File, progress: (done: number) => void): Promise<string> {
  if (typeOfFile(file.name, file.type) !== xlsx || file.size === 0 || file.size > attachmentLimits.bytes)
    throw new UnfitFile();
  const asked = { name: file.name.slice(-150), type: xlsx, size: file.size, purpose: "import" } as const;
  return sendFile(file, asked, progress, new AbortController().signal);
}

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
