export function readSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
}

export const findSetting = (name: string): string | undefined => process.env[name] || undefined;
