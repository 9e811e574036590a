import { join } from "node:path";

export function projectPath(...parts: string[]): string {
  return join(import.meta.dirname, "..", ...parts);
}
