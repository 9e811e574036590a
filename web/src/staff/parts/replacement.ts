/**
 * What a store is set to so that it holds `next` and nothing else: members that `next` lacks are taken away. `reconcile` of solid-js/store would
 * keep rows that are alike, but it lies in a file that the public form loads, and would make that heavier.
 */
export function replacement<T extends object>(form: T, next: T): T {
  const gone = Object.fromEntries(Object.keys(form).map((name) => [name, undefined]));
  return { ...gone, ...structuredClone(next) };
}
