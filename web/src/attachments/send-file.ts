import type { UploadInput } from "#core/initiatives/attachment.ts";
import { ProblemError } from "../api.ts";
import { requestUpload } from "./api.ts";

export class StorageRefusal extends Error {}

/** An upload permission is valid for 20 minutes. */
const timeoutMilliseconds = 19 * 60 * 1000;

/**
 * Returns the upload id. `progress` receives 0 to 1. Throws `ProblemError` or `StorageRefusal`. Each retry is a new
 * upload.
 */
export async function sendFile(
  file: Blob,
  asked: UploadInput,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { id, url, fields } = await requestUpload(asked);
  signal.throwIfAborted();
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file);
  await new Promise<void>((resolve, reject) => {
    // `fetch` does not report upload progress.
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.timeout = timeoutMilliseconds;
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new StorageRefusal());
    request.onerror = () => reject(new ProblemError("offline"));
    request.ontimeout = request.onerror;
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
  return id;
}
