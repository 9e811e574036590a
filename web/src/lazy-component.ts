import { lazy } from "solid-js";

export type AnyComponent = Awaited<ReturnType<Parameters<typeof lazy>[0]>>["default"];

/** `name`: export of the loaded module. */
export const lazyComponent = <Name extends string, Module extends Record<Name, AnyComponent>>(
  load: () => Promise<Module>,
  name: Name,
) => lazy<Module[Name]>(() => load().then((part) => ({ default: part[name] })));
