import { Hono } from "hono/tiny";
import { is } from "valibot";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import {
  AttachmentState,
  makeUploadId,
  UploadId,
  UploadRequest,
  uploadIdBytes,
  uploadStateOf,
} from "#core/initiatives/attachment.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { proveBeyondQuiet } from "../middleware/effort.ts";
import { UploadView } from "./views.ts";

/** Upload permissions are not stored, so repeated requests leave no data. */
export const uploads = new Hono<Env>()
  .post(
    "/",
    describe(
      ["attachment.upload", "workbook.upload"],
      "Permission to upload one file, of this type and of exactly this size",
      {
        body: UploadRequest,
        answers: { 201: UploadView },
      },
    ),
    proveBeyondQuiet("upload"),
    async (c) => {
      const { uploads, clock, random } = c.var.deps;
      const asked = parseAs("upload.invalid", UploadRequest, await readJson(c));
      const { purpose } = asked;
      if (purpose === "import") authoriseStaff(c, "workbook.upload");
      const id = makeUploadId(clock(), purpose, random(uploadIdBytes));
      const view: UploadView = { id, ...(await uploads.permit(id, asked)) };
      return c.json(view, 201);
    },
  )
  .get(
    "/:id",
    describe(
      "attachment.readState",
      "Whether an upload is still being checked, or passed, or why it was refused",
      { answers: { 200: AttachmentState } },
    ),
    async (c) => {
      const id = c.req.param("id");
      if (!is(UploadId, id)) throw new Problem("upload.notFound");
      const { store, clock } = c.var.deps;
      const { arrival } = await store.uploads.get(id);
      const view: AttachmentState = uploadStateOf(id, arrival ?? null, clock());
      return c.json(view);
    },
  );
