import "server-only";
import { z } from "zod";
import type { Locale } from "#domain/course/course";
import { isDemo, webEnvironment } from "../environment.ts";

export type DemoKey = { readonly key: string; readonly meaning: string };

const Situations = z.array(z.object({ key: z.string(), pl: z.string(), en: z.string() }));
const PATIENCE_MS = 1_000;

/** The simulator's keys for one student, each with the situation that it stands for; none outside the demo. */
export async function demoKeys(student: { readonly id: string }, locale: Locale): Promise<DemoKey[]> {
  const { SIMULATOR_URL } = webEnvironment();
  if (!isDemo() || !SIMULATOR_URL) return [];
  const url = new URL(`/situations?owner=${student.id}`, SIMULATOR_URL);
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" }).catch(() => null);
  const situations = Situations.safeParse(await answer?.json().catch(() => null));
  return situations.success
    ? situations.data.map((situation) => ({ key: situation.key, meaning: situation[locale] }))
    : [];
}

/** Where the demo's mail can be read. */
export const demoMailbox = (): string | null => (isDemo() ? (webEnvironment().MAILBOX_URL ?? null) : null);

export const hasDemoSignIn = (): boolean => isDemo();
