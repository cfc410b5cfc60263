import { pathsWhere, sourcesIn } from "../sources.ts";

const ROUTE = /\/(?:page\.tsx|route\.ts)$/;

/** Every address pattern that the folder `app/` answers, such as `/desk/students/[student]`. */
export function routesOfTheApp(): string[] {
  const files = pathsWhere(sourcesIn("app"), ({ path }) => ROUTE.test(`/${path}`));
  return [...new Set(files.map(routeOf))].sort();
}

/** `app/(course)/key/page.tsx` and Next's own `app/(course)/key/page` both answer at `/key`. */
export const routeOf = (file: string): string =>
  file
    .replace(/^app/, "")
    .replace(/\/(?:page|route)(?:\.tsx?)?$/, "")
    .replace(/\/\([^/]+\)/g, "") || "/";

/** Every function that a browser may call by name: each one that a file with "use server" exports. */
export function actionsOfTheApp(): string[] {
  const files = sourcesIn("app", "components", "server").filter(({ text }) => /^"use server";/.test(text));
  return files
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => `${path} ${name}`),
    )
    .sort();
}
