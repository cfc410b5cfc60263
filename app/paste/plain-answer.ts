import { headers } from "next/headers";
import type { Answer } from "./answer.tsx";

/**
 * From the action of a plain form to the page that Next draws in the same request. Both are handed the same headers,
 * and with them the answer is forgotten.
 */
const answers = new WeakMap<object, Answer>();

export async function keepForThisPage(answer: Answer): Promise<void> {
  answers.set(await headers(), answer);
}

export async function keptForThisPage(): Promise<Answer | null> {
  return answers.get(await headers()) ?? null;
}
