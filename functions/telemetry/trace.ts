/** Ids by which a trace is found again. */
export type Annotations = Readonly<Record<string, string>>;

/** How a function takes part in its trace. */
export interface Trace {
  /** Runs what is measured as one part of the invocation's trace. */
  within: <T>(run: () => Promise<T>) => Promise<T>;
  /** Gives the part that is running ids to be found by. */
  annotate: (annotations: Annotations) => void;
}
