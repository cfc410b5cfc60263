import "server-only";
import { z } from "zod";
import { pageSchema } from "./door.ts";
import { PROBLEM_STATUSES } from "./problem.ts";
import type { Resource } from "./resource/resource.ts";
import { RESOURCES } from "./resources.ts";

/** Built from the schemas that shape the answers, so that the two cannot differ. */
export const describedApi = (server: string): object => ({
  openapi: "3.1.0",
  info: {
    title: "Rozruch",
    version: "1",
    description: "Who stands where in the course, to read. Made for the cohorts of whoever made the token.",
  },
  servers: [{ url: server }],
  security: [{ token: [] }],
  paths: Object.fromEntries(
    Object.entries(RESOURCES).map(([name, resource]) => [resource.path, pathOf(name, resource)]),
  ),
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "A token `rzr_…` of the page Connections." },
    },
    responses: { Problem: { description: "What is wrong, and what to do.", content: PROBLEM } },
  },
});

const schemaOf = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12" });
  return rest;
};

const PROBLEM = {
  "application/problem+json": {
    schema: schemaOf(
      z.object({
        type: z.string(),
        title: z.string(),
        status: z.int(),
        detail: z.string(),
        scope: z.string().optional(),
        errors: z.array(z.object({ parameter: z.string(), reason: z.string() })).optional(),
      }),
    ),
  },
};

function pathOf(name: string, resource: Resource): object {
  const { path, scope, summary } = resource;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, at]) => ({
    ...{ name: at, in: "path", required: true },
    schema: { type: "string", format: "uuid" },
  }));
  const problems = PROBLEM_STATUSES.map((status) => [status, { $ref: "#/components/responses/Problem" }]);
  return {
    get: {
      operationId: name,
      summary,
      description: `Needs the scope \`${scope}\`.`,
      parameters: [...inPath, ...parametersOf(resource)],
      responses: {
        200: { description: summary, content: { "application/json": { schema: schemaOf(pageSchema(resource)) } } },
        304: { description: "As If-None-Match has it." },
        ...Object.fromEntries(problems),
      },
    },
  };
}

type Described = { readonly description?: string };

function parametersOf({ query }: Resource): object[] {
  const { properties = {} } = schemaOf(query) as { properties?: Record<string, Described> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: "query", required: false, schema },
    ...(description && { description }),
  }));
}
