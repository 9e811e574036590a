import { constants, crc32, deflateRawSync } from "node:zlib";

/** Higher levels save little. */
const level = 5;

/** Deflates bytes up to a byte boundary, so that pieces can be joined; `last` ends the stream. */
export function pack(bytes: Uint8Array, last: boolean): Uint8Array<ArrayBuffer> {
  const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  return new Uint8Array(deflateRawSync(bytes, { level, finishFlush }));
}

/** CRC-32 continued from `before`; the first call passes 0. */
export function checksum(bytes: Uint8Array, before: number): number {
  return crc32(bytes, before);
}
