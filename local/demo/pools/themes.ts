import type { Application } from "#core/initiatives/application.ts";
import { administrationThemes } from "./administration.ts";
import { agricultureThemes } from "./agriculture.ts";
import { cultureThemes } from "./culture.ts";
import { educationThemes } from "./education.ts";
import { environmentThemes } from "./environment.ts";
import { frontWorkThemes } from "./front-work.ts";
import { healthThemes } from "./health.ts";
import { industryThemes } from "./industry.ts";
import { otherThemes } from "./other.ts";
import { securityThemes } from "./security.ts";
import { socialWelfareThemes } from "./social-welfare.ts";
import { technologyThemes } from "./technology.ts";
import type { Theme } from "./theme.ts";

export const themes: Readonly<Record<Application["field"], readonly Theme[]>> = {
  frontWork: frontWorkThemes,
  socialWelfare: socialWelfareThemes,
  agriculture: agricultureThemes,
  environment: environmentThemes,
  education: educationThemes,
  health: healthThemes,
  administration: administrationThemes,
  culture: cultureThemes,
  security: securityThemes,
  industry: industryThemes,
  technology: technologyThemes,
  other: otherThemes,
};
