/** Update that makes a store equal to `next`. `reconcile` of solid-js/store would enlarge the public form's bundle. */
export function replacement<T extends object>(form: T, next: T): T {
  const gone = Object.fromEntries(Object.keys(form).map((name) => [name, undefined]));
  return { ...gone, ...structuredClone(next) };
}
