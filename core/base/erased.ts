/**
 * What records keep in the place of a name or a text that has been erased. Names, titles and descriptions always say something, so that nothing
 * there is a state of its own; pages, lists and papers say `text.erased` in their language.
 */
export const erased = "";
