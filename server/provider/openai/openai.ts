import "server-only";
import type { Provider } from "../check.ts";
import { credits } from "./credits.ts";
import { format } from "./format.ts";
import { image } from "./image.ts";
import { key } from "./key.ts";

export const OPENAI: Provider = { id: "openai", checks: [format, key, credits, image] };
