import type { ChallengeView } from "../../../functions/api/views.ts";

/*
 * Solves one challenge (ALTCHA): the counter for which SHA-256(salt ‖ nonce ‖ counter) begins with the prefix. Off the page's own thread, so
 * that nobody's typing waits for it.
 */
const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

addEventListener("message", async ({ data }: MessageEvent<ChallengeView["parameters"]>) => {
  const { salt, nonce, keyPrefix } = data;
  const digits = `${salt}${nonce}00000000`.match(/../g) ?? [];
  const bytes = Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16));
  const place = new DataView(bytes.buffer, bytes.length - 4);
  for (let counter = 0; ; counter++) {
    place.setUint32(0, counter);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (toHex(hash.subarray(0, keyPrefix.length)).startsWith(keyPrefix)) {
      postMessage({ counter, derivedKey: toHex(hash) });
      return;
    }
  }
});
