import { readSetting } from "../settings.ts";

/**
 * Stands in the bundles for the SDK's chain of credential providers (infra/function.ts): Lambda always hands them over in the environment, and
 * the other nine providers are a third of the API's code.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: readSetting("AWS_ACCESS_KEY_ID"),
  secretAccessKey: readSetting("AWS_SECRET_ACCESS_KEY"),
  sessionToken: readSetting("AWS_SESSION_TOKEN"),
});
