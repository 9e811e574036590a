import { type Accessor, createEffect, on } from "solid-js";

type Reaction<T> = (value: T, before: T | undefined) => void;

/** Runs `react` at once and after each change; `react` is not tracked. */
export const watch = <T>(source: Accessor<T>, react: Reaction<T>): void => createEffect(on(source, react));

/** Like `watch`, without the first run. */
export const watchChanges = <T>(source: Accessor<T>, react: Reaction<T>): void =>
  createEffect(on(source, react, { defer: true }));
