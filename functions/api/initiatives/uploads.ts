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

export const uploads = new Hono<Env>()
  .post(
    "/",
    describe(
      ["attachment.upload", "workbook.upload"],
      "Permission to upload one file, of this type and of exactly this size",
      UploadView,
      { status: 201, body: UploadRequest },
    ),
    proveBeyondQuiet("upload"),
    async (c) => {
      const { uploads, clock, random } = c.var.deps;
      const asked = parseAs("upload.invalid", UploadRequest, await readJson(c));
      const { purpose } = asked;
      if (purpose === "import") authoriseStaff(c, "workbook.upload");
      const id = makeUploadId(clock(), purpose, random(uploadIdBytes));
      return c.json<UploadView>({ id, ...(await uploads.permit(id, asked)) }, 201);
    },
  )
  .get(
    "/:id",
    describe(
      "attachment.readState",
      "Whether an upload is still being checked, or passed, or why it was refused",
      AttachmentState,
    ),
    async (c) => {
      const id = c.req.param("id");
      if (!is(UploadId, id)) throw new Problem("upload.notFound");
      const { store, clock } = c.var.deps;
      const { arrival } = await store.uploads.get(id);
      return c.json<AttachmentState>(uploadStateOf(id, arrival ?? null, clock()));
    },
  );
