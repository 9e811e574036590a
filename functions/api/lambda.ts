import { handle } from "hono/aws-lambda";
import { readDeps } from "./lambda-deps.ts";
import { createPublicApp } from "./public-app.ts";

/** What the public asks for. */
export const handler = handle(createPublicApp(readDeps()));
