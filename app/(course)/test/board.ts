import type { CauseView } from "#components/cause/cause-view";
import type { ImagePrice } from "#components/test/image-consent";
import type { CheckName } from "#domain/check/check";
import type { ProviderId } from "#domain/check/provider";
import type { Locale } from "#domain/course/course";
import { imageTestsToday, spentSince, type TestView, testsOf } from "#server/access-test/queries";
import { causePageFor, priceList } from "#server/course/queries";
import { acceptedProviders, storedKeyOf } from "#server/credential/queries";
import type { Student } from "#server/viewer";

const TESTS_SHOWN = 6;
const DAY_MS = 86_400_000;

/** Everything that the page shows of one provider's key. */
export type Board = {
  readonly provider: ProviderId;
  readonly hasKey: boolean;
  readonly latest: TestView | null;
  readonly earlier: readonly TestView[];
  readonly causes: ReadonlyMap<CheckName, CauseView | null>;
};

/** OpenAI's always; another provider's once its key is stored. */
export async function boardsOf(student: Student, locale: Locale): Promise<readonly Board[]> {
  const boards = await Promise.all(acceptedProviders().map((provider) => boardOf(student, provider, locale)));
  return boards.filter(({ provider, hasKey }) => provider === "openai" || hasKey);
}

async function boardOf(student: Student, provider: ProviderId, locale: Locale): Promise<Board> {
  const [key, [latest = null, ...earlier]] = await Promise.all([
    storedKeyOf(student, provider),
    testsOf(student, TESTS_SHOWN, provider),
  ]);
  const pages = (latest?.checks ?? []).map(
    async ({ check, cause }) => [check, cause && (await causePageFor(student, locale, cause))] as const,
  );
  return { provider, hasKey: key !== null, latest, earlier, causes: new Map(await Promise.all(pages)) };
}

/** Where the picture's price stands in the price list; null where the list cannot be read. */
export async function imagePrice(): Promise<ImagePrice | null> {
  const list = await priceList();
  const price = list?.checks["openai.image"];
  if (!list || !price) return null;
  const groszy = Math.max(1, Math.ceil((price.microUsd * list.zlotyPerUsd) / 10_000));
  return { microUsd: price.microUsd, checked: new Date(`${list.checked}T00:00:00Z`), groszy };
}

/** What the last 24 hours have used up of the cap and cost. */
export async function todayOf(student: Student, now: Date) {
  const since = new Date(now.getTime() - DAY_MS);
  const [images, spentMicroUsd] = await Promise.all([imageTestsToday(student), spentSince(student, since)]);
  return { ...images, spentMicroUsd };
}
