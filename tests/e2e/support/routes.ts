import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

const APP = join(import.meta.dirname, "../../../app");
const FILE = /\/(page\.tsx|route\.ts)$/;

/** Every address pattern that the folder `app/` answers, such as `/desk/students/[student]`. */
export function routesOfTheApp(): string[] {
  const files = readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(APP, join(entry.parentPath, entry.name))}`);
  const patterns = files.filter((file) => FILE.test(file)).map((file) => file.replace(FILE, ""));
  return [...new Set(patterns.map((pattern) => pattern.replace(/\/\([^/]+\)/g, "") || "/"))].sort();
}
