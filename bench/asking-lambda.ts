import { readSecrets } from "../functions/store/aws/secrets.ts";
import { readSetting } from "../functions/store/settings.ts";
import { client, handler } from "./bare-lambda.ts";

/*
 * The bare API once it asks for secrets as it starts: what of a cold start is that request, and not the code.
 */
await readSecrets(client, readSetting("SECRETS_PATH"), ["proof-secret"]);

export { handler };
