import { readSetting } from "../settings.ts";

/** Replaces the SDK's credential providers in bundles (infra/function.ts). */
export const defaultProvider = () => async () => ({
  accessKeyId: readSetting("AWS_ACCESS_KEY_ID"),
  secretAccessKey: readSetting("AWS_SECRET_ACCESS_KEY"),
  sessionToken: readSetting("AWS_SESSION_TOKEN"),
});
