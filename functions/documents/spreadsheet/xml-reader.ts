import sax from "sax";
import { createBreathing } from "../breathing.ts";
import { WorkbookFault } from "./workbook-fault.ts";

/** Elements by their names without prefixes: which namespace a program wrote is told by its place alone. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  /** `text` is all that stood between an element's tags, its children's left out. */
  close?(name: string, text: string): void;
}

const deepest = 64;
const mostAttributes = 256;
/** Twice what a cell may hold. */
const longestText = 65_536;

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Parses XML as it comes, in UTF-8. A `WorkbookFault` where it is not well-formed, has a document type (which alone could define entities),
 * or nests or says more than a workbook does.
 */
export function parseXml(handlers: XmlHandlers) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  // Without `strictEntities` it would know those of HTML as well.
  const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true, position: false };
  const parser = sax.parser(true, options);
  const texts: string[] = [];
  let attributes = 0;
  const addText = (text: string) => {
    const before = texts.pop();
    if (before === undefined) return;
    if (before.length + text.length > longestText) throw new WorkbookFault("tooLarge", "text without end");
    texts.push(before + text);
  };
  parser.onerror = (error) => {
    throw new WorkbookFault("damaged", error.message);
  };
  parser.ondoctype = () => {
    throw new WorkbookFault("damaged", "a document type");
  };
  parser.onattribute = () => {
    if (++attributes > mostAttributes) throw new WorkbookFault("tooLarge", "attributes without end");
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onopentag = (tag) => {
    attributes = 0;
    texts.push("");
    if (texts.length > deepest) throw new WorkbookFault("tooLarge", "nesting without end");
    handlers.open?.(localName(tag.name), tag.attributes as Record<string, string>);
  };
  parser.onclosetag = (name) => handlers.close?.(localName(name), texts.pop() ?? "");
  return {
    push: (chunk: Uint8Array) => guarded(() => parser.write(decoder.decode(chunk, { stream: true }))),
    end: () => guarded(() => parser.write(decoder.decode()).close()),
  };
}

/** So many bytes are parsed between two looks at what came of them: some milliseconds. */
const portion = 32 * 1024;

/** Chunks in portions; after each of them other work gets its turn. */
export async function* inPortions(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const breathe = createBreathing();
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += portion) {
      yield chunk.subarray(at, at + portion);
      await breathe();
    }
}

/** Parses a part whole. */
export async function parseXmlPart(chunks: Iterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = parseXml(handlers);
  for await (const chunk of inPortions(chunks)) parser.push(chunk);
  parser.end();
}

/** What is no UTF-8 throws by itself. */
function guarded(step: () => void): void {
  try {
    step();
  } catch (error) {
    throw error instanceof WorkbookFault ? error : new WorkbookFault("damaged", String(error));
  }
}
