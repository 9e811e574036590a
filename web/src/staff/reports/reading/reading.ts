import { type Accessor, createContext, useContext } from "solid-js";

export interface Reading {
  /** Id of the open figure. */
  open: Accessor<string | null>;
  /** Address of the report with this figure open. */
  hrefOf(id: string): string;
  /** Opens a figure and moves the focus there; closing restores it. */
  show(id: string): void;
  close(): void;
  dossierOf(id: string): string | null;
}

const Context = createContext<Reading>();

export const ReadingProvider = Context.Provider;

export function useReading(): Reading {
  const reading = useContext(Context);
  if (!reading) throw new Error("outside a report");
  return reading;
}
