/** A setting of the environment that must be there. Throws at start-up, naming it, where it is not. */
export function readSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
}

/** A setting that Lambda gives to some invocations and not to others. */
export const findSetting = (name: string): string | undefined => process.env[name] || undefined;
