import { type Accessor, createContext, useContext } from "solid-js";

export interface Reading {
  open: Accessor<string | null>;
  /** URL with the figure open. */
  hrefOf(id: string): string;
  /** Opens a figure and focuses it; closing restores the focus. */
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
