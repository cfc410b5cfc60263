import "server-only";
import { join } from "node:path";

/** Where the course's pages lie, unless somebody says otherwise. */
export const CONTENT = join(/* turbopackIgnore: true */ process.cwd(), "content");
