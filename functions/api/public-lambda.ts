import { handle } from "hono/aws-lambda";
import { readSetting } from "../store/settings.ts";
import { createLightTrace } from "../telemetry/light-trace.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { readDeps } from "./lambda-deps.ts";
import { createPublicApp } from "./public-app.ts";

const telemetry = createTelemetry(createLightTrace(readSetting("POWERTOOLS_SERVICE_NAME")));

export const handler = telemetry.wrap(handle(createPublicApp(await readDeps(telemetry))));
