import type { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type FieldError, Problem, type ProblemCode } from "#core/base/problems.ts";
import {
  type Arrival,
  type Attachment,
  type Upload,
  type UploadOwner,
  unusableReasonOf,
} from "#core/initiatives/attachment.ts";
import { uploadKey } from "./keys.ts";
import { getItem, getItems, type Item, type Table } from "./table.ts";
import { isWritten, type Write } from "./writes.ts";

/** `from`: the previous owner, which passes the file on. */
export interface UploadClaim {
  file: Pick<Attachment, "id" | "type" | "size">;
  owner: UploadOwner;
  from?: UploadOwner | undefined;
}

/**
 * Claims files in their owner's transaction. A write fails for a refused file or a file of another
 * owner. Idempotent.
 */
export function claimWrites(table: Table, claims: readonly UploadClaim[]): Write[] {
  return claims.map(({ file: { id, type, size }, owner, from = owner }) => ({
    Update: {
      TableName: table.name,
      Key: uploadKey(id),
      UpdateExpression: "SET usedBy = :owner, uploadId = :id REMOVE dropped",
      ConditionExpression:
        "(attribute_not_exists(usedBy) OR usedBy IN (:owner, :from)) AND attribute_not_exists(erased) AND " +
        "(attribute_not_exists(arrival) OR (arrival.#state = :clean AND arrival.#type = :type AND arrival.#size = :size))",
      ExpressionAttributeNames: { "#state": "state", "#type": "type", "#size": "size" },
      ExpressionAttributeValues: {
        ":owner": owner,
        ":from": from,
        ":id": id,
        ":clean": "clean",
        ":type": type,
        ":size": size,
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  }));
}

/** Marks files as dropped by their record. `eraseDropped` erases them, unless a new claim comes first. */
export function dropWrites(table: Table, ids: readonly string[], owner: UploadOwner): Write[] {
  return ids.map((id) => ({
    Update: {
      TableName: table.name,
      Key: uploadKey(id),
      UpdateExpression: "SET dropped = :owner, uploadId = :id",
      ExpressionAttributeValues: { ":owner": owner, ":id": id },
    },
  }));
}

/** Returns the refusal for a failed transaction with claims from index `at`; null if another write failed. */
export function refuseClaims(
  error: TransactionCanceledException,
  at: number,
  claims: readonly UploadClaim[],
  refusal: ProblemCode,
): Problem | null {
  const errors = claims.flatMap(({ file, owner }, n): FieldError[] => {
    const reason = error.CancellationReasons?.[at + n];
    if (reason?.Code !== "ConditionalCheckFailed") return [];
    const upload = reason.Item ? (unmarshall(reason.Item) as Upload) : {};
    return [
      { pointer: `/attachments/${n}`, code: unusableReasonOf(file, upload, owner) ?? "attachment.taken" },
    ];
  });
  return errors.length > 0 ? new Problem(refusal, errors) : null;
}

const uploadOf = ({ arrival, usedBy, erased }: Item): Upload => ({
  ...(arrival ? { arrival } : {}),
  ...(usedBy ? { usedBy } : {}),
  ...(erased ? { erased } : {}),
});

export function createUploadStore(table: Table) {
  const update = (id: string, change: { set: string; condition: string; values: Item }): Promise<boolean> =>
    isWritten(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: uploadKey(id),
          UpdateExpression: change.set,
          ConditionExpression: change.condition,
          ExpressionAttributeValues: change.values,
        }),
      ),
    );
  return {
    async get(id: string): Promise<Upload> {
      return uploadOf((await getItem(table, uploadKey(id), true)) ?? {});
    },

    /** At most 100 ids; omits files that have not arrived. */
    async arrivals(ids: readonly string[]): Promise<ReadonlyMap<string, Arrival>> {
      const items = await getItems(table, ids.map(uploadKey));
      return new Map(
        items.flatMap(({ uploadId, arrival }) => (arrival ? [[String(uploadId), arrival as Arrival]] : [])),
      );
    },

    /** False if the result is already known or the file was erased. */
    settle: (id: string, arrival: Arrival): Promise<boolean> =>
      update(id, {
        set: "SET arrival = :arrival, uploadId = :id",
        condition: "attribute_not_exists(arrival) AND attribute_not_exists(erased)",
        values: { ":arrival": arrival, ":id": id },
      }),

    /** Marks an upload as erased. False if `owner` does not own it; the file must then stay. */
    noteErased: (id: string, owner: UploadOwner): Promise<boolean> =>
      update(id, {
        set: "SET erased = :true",
        condition: "usedBy = :owner",
        values: { ":true": true, ":owner": owner },
      }),

    /** Marks a dropped file as erased. False if a record claimed the file again. */
    eraseDropped: (id: string, owner: string): Promise<boolean> =>
      update(id, {
        set: "SET erased = :true",
        condition: "usedBy = :owner AND dropped = :owner",
        values: { ":true": true, ":owner": owner },
      }),
  };
}
