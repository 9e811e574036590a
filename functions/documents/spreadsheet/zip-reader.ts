import { Inflate } from "fflate";
import { WorkbookFault } from "./workbook-fault.ts";

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Container of Office files with a password or from before 2007. */
const compoundFile = 0xe011cfd0;

const mostEntries = 2_000;
/** 50,000 rows unpack to some 50 MB. */
const mostUnfolded = 512 * 1024 * 1024;
/** Deflate expands at most 1,032 times, so a slice gives at most 4 MB. */
const slice = 4 * 1024;

interface Entry {
  method: number;
  from: number;
  compressed: number;
}

/** Trusts declared sizes only to locate bytes. Throws `WorkbookFault` for damaged or too large files. */
export function openZip(file: Uint8Array, mostInflated = mostUnfolded) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const entries = guarded(() => readDirectory(file, view));
  let inflated = 0;

  return {
    has: (name: string): boolean => entries.has(name),

    *read(name: string): Generator<Uint8Array> {
      const entry = entries.get(name);
      if (!entry) throw new WorkbookFault("damaged", `no part ${name}`);
      const content = guarded(() => contentOf(file, view, entry));
      const unfold = entry.method === 0 ? passOn() : inflate();
      for (let at = 0; at < content.length || at === 0; at += slice) {
        const last = at + slice >= content.length;
        const chunk = guarded(() => unfold(content.subarray(at, at + slice), last));
        inflated += chunk.length;
        if (inflated > mostInflated) throw new WorkbookFault("tooLarge", "unfolds to too much");
        yield chunk;
      }
    },
  };
}

export type ZipFile = ReturnType<typeof openZip>;

function readDirectory(file: Uint8Array, view: DataView): Map<string, Entry> {
  if (view.byteLength < 22) throw new WorkbookFault("notAWorkbook", "too short");
  if (view.getUint32(0, true) === compoundFile) throw new WorkbookFault("lockedOrOld", "a compound file");
  if (view.getUint32(0, true) !== localSignature) throw new WorkbookFault("notAWorkbook", "no ZIP");
  let end = view.byteLength - 22;
  const farthest = Math.max(0, end - 0xffff);
  while (view.getUint32(end, true) !== endSignature)
    if (--end < farthest) throw new WorkbookFault("damaged", "no directory");
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new WorkbookFault("tooLarge", `${count} parts`);

  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== directorySignature)
      throw new WorkbookFault("damaged", "a broken directory");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
    if (entries.has(name)) throw new WorkbookFault("damaged", `two parts ${name}`);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      from: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function contentOf(file: Uint8Array, view: DataView, { method, from, compressed }: Entry): Uint8Array {
  if (view.getUint32(from, true) !== localSignature || (method !== 0 && method !== 8))
    throw new WorkbookFault("damaged", "a part that cannot be unpacked");
  const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
  if (start + compressed > file.length) throw new WorkbookFault("damaged", "a part beyond the end");
  return file.subarray(start, start + compressed);
}

type Unfold = (chunk: Uint8Array, last: boolean) => Uint8Array;

const passOn = (): Unfold => (chunk) => chunk;

function inflate(): Unfold {
  let parts: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => parts.push(chunk));
  return (chunk, last) => {
    parts = [];
    inflater.push(chunk, last);
    return parts.length === 1 && parts[0] ? parts[0] : joined(parts);
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Turns range and deflate errors into `WorkbookFault`. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof WorkbookFault) throw error;
    throw new WorkbookFault("damaged", String(error));
  }
}
