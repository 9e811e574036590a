/**
 * A table that is looked up by text from outside. It lacks what every object inherits: there is no entry `constructor` or `toString`, whatever
 * somebody calls a figure.
 */
export const lookupTable = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), entries);
