import { changeActivity, enterActivity, parseActivity } from "#core/activities/activity.ts";
import { changeModel, enterModel, parseModel } from "#core/activities/model.ts";
import type { NewHead, RecordContext, RecordKind, Written } from "#core/activities/record.ts";
import { changeReplication, enterReplication, parseReplication } from "#core/activities/replication.ts";
import type { RecordOf } from "../../store/activities/records.ts";
import type { OriginLookup } from "./origin.ts";

interface Asked<K extends RecordKind> {
  form: unknown;
  head: NewHead;
  /** Null for a new record. */
  before: RecordOf<K> | null;
  change: { withdrawn: boolean; why: string };
  context: RecordContext & { origin: OriginLookup["found"] };
}

type Write<K extends RecordKind> = (asked: Asked<K>) => Written<RecordOf<K>> | null;

/** Creates or changes a record from a form; null if nothing changes. Throws `<kind>.invalid`. */
export const writers: { [K in RecordKind]: Write<K> } = {
  activity: ({ form, head, before, change, context }) => {
    const parsed = parseActivity(form, head.unit, context);
    return before ? changeActivity(before, parsed, change, context) : enterActivity(parsed, head, context);
  },
  model: ({ form, head, before, change, context }) => {
    const parsed = parseModel(form, head, context, before);
    return before ? changeModel(before, parsed, change, context) : enterModel(parsed, head, context);
  },
  replication: ({ form, head, before, change, context }) => {
    const parsed = parseReplication(form, head, context, before);
    return before
      ? changeReplication(before, parsed, change, context)
      : enterReplication(parsed, head, context);
  },
};
