import type { Attachment } from "#core/initiatives/attachment.ts";
import type { Ctx } from "../context.ts";
import type { DownloadView } from "./views.ts";

/** A released upload, or an object of the documents bucket under a download name. */
type Source = { file: Attachment } | { object: string; name: string };

export function signDownload(c: Ctx, source: Source): Promise<string> {
  const { uploads, documents } = c.var.deps;
  return "file" in source ? uploads.link(source.file) : documents.link(source.object, source.name);
}

/** Answers scripts with JSON and redirects browsers. */
export async function answerDownload(c: Ctx, source: Source): Promise<Response> {
  const url = await signDownload(c, source);
  const view: DownloadView = { url };
  return c.req.header("accept")?.includes("application/json") ? c.json(view) : c.redirect(url);
}
