import { join } from "node:path";

/** A path inside the project, wherever the command was called from. */
export function projectPath(...parts: string[]): string {
  return join(import.meta.dirname, "..", ...parts);
}
