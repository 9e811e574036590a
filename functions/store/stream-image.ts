import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Initiative } from "../core/initiative.ts";
import { fromInitiativeItem } from "./initiatives.ts";

/** The initiative in a stream record's new image, or null where the record is of another kind or a removal. */
export function readStreamImage(image: unknown): Initiative | null {
  if (!image) return null;
  const attributes = image as Record<string, AttributeValue>;
  if (attributes.sk?.S !== "INI") return null;
  return fromInitiativeItem(unmarshall(attributes));
}
