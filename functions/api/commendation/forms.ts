import { Hono } from "hono/tiny";
import {
  awardFormKeys,
  formOfKey,
  nameForm,
  recipientKinds,
  recipientNames,
} from "#core/commendation/forms.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Env } from "../context.ts";
import { describe } from "../describe.ts";
import { AwardFormsView } from "./views.ts";

export const awardForms = new Hono<Env>().get(
  "/forms",
  describe(
    "commendation.forms",
    "Forms and titles of commendation with their names and usual levels",
    AwardFormsView,
  ),
  (c) => {
    authoriseStaff(c, "commendation.forms");
    const view: AwardFormsView = {
      forms: awardFormKeys.map((key) => {
        const { kind, levels, recipients, needsRecognition, source } = formOfKey(key);
        const named = levels.map((level) => ({
          level,
          name: { vi: nameForm(key, level), en: nameForm(key, level, "en") },
        }));
        return { key, kind, levels: named, recipients: [...recipients], needsRecognition, source };
      }),
      recipients: recipientKinds.map((key) => ({ key, name: recipientNames[key] })),
    };
    return c.json(view);
  },
);
