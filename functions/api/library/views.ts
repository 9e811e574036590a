import type { Recognition } from "#core/initiatives/recognition.ts";
import type { System } from "#core/units/unit.ts";

/** `GET /api/library?province=…&year=…`: recognised initiatives, without anything personal. */
export interface LibraryView {
  items: LibraryEntry[];
  cursor: string | null;
}

export interface LibraryEntry {
  id: string;
  title: string;
  year: number;
  unit: string;
  organisation: string | null;
  /** The names of those authors alone who agreed to have them published. */
  authors: string[];
  system: System;
  recognitions: Recognition[];
  origin: "application" | "document";
}
