/** Who did something, and when (ISO 8601). */
export interface AuditStamp {
  by: { id: string; name: string };
  at: string;
}
