import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Faces } from "./pdf/pdf.ts";

/** Lambda bundles contain these files at the same path (infra/jobs.ts). */
export const faceFiles = {
  regular: "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  bold: "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  italic: "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  boldItalic: "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const;

/** Tinos (SIL Open Font License) has the metrics of Times New Roman and all Vietnamese letters. */
export function readFaces(): Faces {
  const { resolve } = createRequire(import.meta.url);
  const read = (file: string) => new Uint8Array(readFileSync(resolve(file)));
  return {
    regular: read(faceFiles.regular),
    bold: read(faceFiles.bold),
    italic: read(faceFiles.italic),
    boldItalic: read(faceFiles.boldItalic),
  };
}
