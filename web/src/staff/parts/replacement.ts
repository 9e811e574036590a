/**
 * Update that makes a store hold exactly `next`: keys missing from `next` are removed. `reconcile` of solid-js/store would make the
 * public form's bundle heavier.
 */
export function replacement<T extends object>(form: T, next: T): T {
  const gone = Object.fromEntries(Object.keys(form).map((name) => [name, undefined]));
  return { ...gone, ...structuredClone(next) };
}
