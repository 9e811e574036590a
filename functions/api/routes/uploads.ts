import { Hono } from "hono/tiny";
import { makeUploadId, UploadRequest, uploadIdBytes } from "../../core/attachment.ts";
import { Problem } from "../../core/problems.ts";
import { validate } from "../../core/validation.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { limit } from "../middleware/limit.ts";
import type { UploadView } from "../views.ts";

/** Permissions to upload. Nothing is kept of them, so that asking again, after an answer that was lost, leaves nothing behind. */
export const uploads = new Hono<Env>().post(
  "/",
  describe({
    action: "attachment.upload",
    summary: "Permission to upload one file, of this type and of exactly this size",
    body: UploadRequest,
    created: true,
  }),
  limit("upload", { count: 300, seconds: 600 }),
  async (c) => {
    const { uploads, clock, random } = c.var.deps;
    const asked = validate(UploadRequest, await readJson(c));
    if (!asked.ok) throw new Problem("upload.invalid", asked.errors);
    const id = makeUploadId(clock(), random(uploadIdBytes));
    const view: UploadView = { id, ...(await uploads.permit(id, asked.value)) };
    return c.json(view, 201);
  },
);
