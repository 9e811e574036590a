import sax from "sax";
import { createBreathing } from "../breathing.ts";
import { WorkbookFault } from "./workbook-fault.ts";

/** Element names come without prefixes. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  /** `text` excludes the text of child elements. */
  close?(name: string, text: string): void;
}

const deepest = 64;
const mostAttributes = 256;
/** Twice Excel's limit for a cell. */
const longestText = 65_536;

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Parses UTF-8 XML in chunks. Throws `WorkbookFault` for malformed XML, a document type, deep nesting or long
 * text.
 */
export function parseXml(handlers: XmlHandlers) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  // Without `strictEntities`, sax accepts HTML entities.
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

/** Bytes parsed before yielding to other work. */
const portion = 32 * 1024;

export async function* inPortions(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const breathe = createBreathing();
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += portion) {
      yield chunk.subarray(at, at + portion);
      await breathe();
    }
}

export async function parseXmlPart(chunks: Iterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = parseXml(handlers);
  for await (const chunk of inPortions(chunks)) parser.push(chunk);
  parser.end();
}

function guarded(step: () => void): void {
  try {
    step();
  } catch (error) {
    throw error instanceof WorkbookFault ? error : new WorkbookFault("damaged", String(error));
  }
}
