import { readSecrets } from "../../functions/store/aws/secrets.ts";
import { readSetting } from "../../functions/store/settings.ts";
import { client, handler } from "./bare-lambda.ts";

/* bare-lambda.ts plus one request for secrets. */
await readSecrets(client, readSetting("SECRETS_PATH"), ["proof-secret"]);

export { handler };
