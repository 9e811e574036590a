/** Who did something, and when (ISO 8601). */
export interface Deed {
  by: { id: string; name: string };
  at: string;
}
