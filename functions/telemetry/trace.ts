export type Annotations = Readonly<Record<string, string>>;

export interface Trace {
  within: <T>(run: () => Promise<T>) => Promise<T>;
  annotate: (annotations: Annotations) => void;
}
