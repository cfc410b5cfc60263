import "server-only";
import type { Provider } from "../check.ts";
import { answer } from "./answer.ts";
import { format } from "./format.ts";
import { key } from "./key.ts";

export const GOOGLE: Provider = { id: "google", checks: [format, key, answer] };
