import { type Accessor, createContext, useContext } from "solid-js";

/** How the parts of a report that lies open lead to what stands behind its figures. */
export interface Reading {
  /** The figure that is open, by its id. */
  open: Accessor<string | null>;
  /** The report's own address with this figure open. */
  hrefOf(id: string): string;
  /** Opens it; focus goes to it, and back to where it was when it is closed. */
  show(id: string): void;
  close(): void;
  /** The address of an initiative's dossier; null where the person may not open it. */
  dossierOf(id: string): string | null;
}

const Context = createContext<Reading>();

export const ReadingProvider = Context.Provider;

/** The report around. */
export function useReading(): Reading {
  const reading = useContext(Context);
  if (!reading) throw new Error("outside a report");
  return reading;
}
