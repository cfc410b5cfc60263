import "server-only";
import { z } from "zod";
import { modulesFor } from "../../course/queries.ts";
import { resource } from "./resource.ts";

export const STEPS = resource({
  path: "/steps",
  scope: "steps:read",
  summary: "The steps of the course, in its order, all on one page. Their ids never change.",
  query: z.strictObject({
    cohort: z
      .uuid()
      .optional()
      .describe("As they are for this cohort; otherwise for all that the token's owner teaches."),
    locale: z.enum(["pl", "en"]).default("pl").describe("The language of the titles."),
  }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    module: z.string(),
    lesson: z.object({ slug: z.string(), title: z.string() }),
    optional: z.boolean().describe("Whether no cohort that is asked for requires it."),
    check: z.string().nullable().describe("What proves it; null for a step that a student ticks."),
    after: z.array(z.string()).describe("Steps that have to be done before."),
    since: z.iso.date().nullable().describe("The first day on which it is asked."),
  }),
  find: async ({ cohortIds, slugs }, { locale, cohort }) => {
    const asked = slugs.filter((_, place) => cohort === undefined || cohortIds[place] === cohort);
    const modules = await modulesFor({ cohorts: asked }, locale);
    const data = modules.flatMap(({ slug: module, lessons }) =>
      lessons.flatMap(({ slug, title, steps }) =>
        steps.map((step) => ({ ...step, after: [...step.after], module, lesson: { slug, title } })),
      ),
    );
    return { data, next: null };
  },
});
