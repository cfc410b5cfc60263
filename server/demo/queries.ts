import "server-only";
import { z } from "zod";
import { PROVIDERS, type ProviderId } from "#domain/check/provider";
import type { Locale } from "#domain/course/course";
import { isDemo, webEnvironment } from "../environment.ts";

export type DemoKey = { readonly key: string; readonly meaning: string };

const Situations = z.array(z.object({ provider: z.enum(PROVIDERS), key: z.string(), pl: z.string(), en: z.string() }));
const NONE: Readonly<Record<ProviderId, DemoKey[]>> = { openai: [], google: [] };
const PATIENCE_MS = 1_000;

/** The simulator's keys for one student, each with the situation that it stands for; none outside the demo. */
export async function demoKeys(
  student: { readonly id: string },
  locale: Locale,
): Promise<Readonly<Record<ProviderId, DemoKey[]>>> {
  const { SIMULATOR_URL } = webEnvironment();
  if (!isDemo() || !SIMULATOR_URL) return NONE;
  const url = new URL(`/situations?owner=${student.id}`, SIMULATOR_URL);
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" }).catch(() => null);
  const situations = Situations.safeParse(await answer?.json().catch(() => null));
  if (!situations.success) return NONE;
  const keysOf = (wanted: ProviderId) =>
    situations.data.flatMap(({ provider, key, ...words }) =>
      provider === wanted ? [{ key, meaning: words[locale] }] : [],
    );
  return { openai: keysOf("openai"), google: keysOf("google") };
}

/** Where the demo's mail can be read. */
export const demoMailbox = (): string | null => (isDemo() ? (webEnvironment().MAILBOX_URL ?? null) : null);

export const hasDemoSignIn = (): boolean => isDemo();
