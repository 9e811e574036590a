import type { ChallengeView } from "../../../functions/api/initiatives/views.ts";

/* ALTCHA proof of work: finds a counter so that PBKDF2-SHA-256(nonce ‖ counter, salt) starts with the prefix. */
const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

addEventListener("message", async ({ data }: MessageEvent<ChallengeView["parameters"]>) => {
  const { nonce, keyPrefix, cost: iterations } = data;
  const password = fromHex(`${nonce}00000000`);
  const place = new DataView(password.buffer, password.length - 4);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: fromHex(data.salt), iterations };
  for (let counter = 0; ; counter++) {
    place.setUint32(0, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = toHex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)));
    if (derivedKey.startsWith(keyPrefix)) {
      postMessage({ counter, derivedKey });
      return;
    }
  }
});

// Reports that the script has loaded.
postMessage(null);
