import type { Attachment } from "#core/initiatives/attachment.ts";
import type { Ctx } from "../context.ts";
import { DownloadView } from "./views.ts";

/** What is downloaded: a released upload under its name, or an object of the bucket of documents under the name given. */
type Source = { file: Attachment } | { object: string; name: string };

/** A link that reads a file for some minutes. It is made when somebody asks for the file, and never stands in a page. */
export function signDownload(c: Ctx, source: Source): Promise<string> {
  const { uploads, documents } = c.var.deps;
  return "file" in source ? uploads.link(source.file) : documents.link(source.object, source.name);
}

/** For `describe`: what `answerDownload` answers. */
export const downloadAnswers = { 200: DownloadView, 302: null };

/** Answers a click: a script of our pages gets the link as JSON, a browser that follows the address is sent to it. */
export async function answerDownload(c: Ctx, source: Source): Promise<Response> {
  const url = await signDownload(c, source);
  const view: DownloadView = { url };
  return c.req.header("accept")?.includes("application/json") ? c.json(view) : c.redirect(url);
}
