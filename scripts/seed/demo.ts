import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { CauseId } from "#domain/cause/cause";
import { PrismaClient } from "#server/database/generated/client";
import { type Cast, castIn } from "./cast.ts";
import { duesFrom } from "./dues.ts";

const HOUR_MS = 3_600_000;
export const DOMAIN = "demo.rozruch.example";

/** One student's story: which steps are done, what the tests said, how long ago. */
type Story = {
  readonly name: string;
  /** Offered at one click on the sign-in page. */
  readonly account?: string;
  /** How many of `PATH` are done. */
  readonly done: number;
  readonly hoursAgo?: number;
  readonly failing?: { readonly cause: CauseId; readonly times: number };
  readonly asks?: string;
  readonly neverSignedIn?: true;
  /** Says that a screen looks different from a section. */
  readonly sees?: {
    readonly text: string;
    readonly hoursAgo: number;
    readonly section?: Section;
    readonly drawn?: true;
  };
};
type Section = { readonly lesson: string; readonly anchor: string };

const PAYMENT: Section = { lesson: "srodki", anchor: "kup-srodki-na-api" };

/** The steps in the order in which people take them; the bold ones of the lessons are proven by a check. */
export const PATH = [
  { step: "openai-konto" },
  { step: "openai-logowanie" },
  { step: "organizacja-start" },
  { step: "organizacja-nazwa" },
  { step: "organizacja-ekrany" },
  { step: "openai-klucz", proven: true },
  { step: "klucz-w-portalu", proven: true },
  { step: "srodki-zakup" },
  { step: "openai-srodki", proven: true },
  { step: "test-dostepu" },
] as const;

const WITH_KEY = 7;
const WITH_CREDITS = 9;
const ALL = PATH.length;

const STORIES: readonly Story[] = [
  { name: "Anna Kowalska", account: "anna", done: 0 },
  {
    name: "Bogdan Maj",
    account: "bogdan",
    done: WITH_KEY,
    hoursAgo: 5,
    failing: { cause: "quota_insufficient", times: 1 },
  },
  {
    name: "Celina Wrona",
    account: "celina",
    done: WITH_CREDITS,
    hoursAgo: 2,
    failing: { cause: "org_unverified", times: 4 },
  },
  {
    name: "Damian Lis",
    done: WITH_CREDITS,
    hoursAgo: 20,
    failing: { cause: "org_unverified", times: 6 },
    asks: "Persona nie przyjmuje zdjęcia dowodu, nie wiem, co dalej.",
  },
  { name: "Edyta Nowicka", done: WITH_CREDITS, hoursAgo: 30, failing: { cause: "org_unverified", times: 3 } },
  { name: "Filip Zając", done: WITH_KEY, hoursAgo: 26, failing: { cause: "quota_insufficient", times: 5 } },
  { name: "Grażyna Sowa", done: WITH_KEY, hoursAgo: 7, failing: { cause: "quota_insufficient", times: 3 } },
  { name: "Hubert Kos", done: 5, hoursAgo: 3, failing: { cause: "key_invalid", times: 3 } },
  { name: "Iwona Bąk", done: WITH_KEY, hoursAgo: 49, failing: { cause: "account_deactivated", times: 1 } },
  { name: "Jan Żuk", done: 4, hoursAgo: 100 },
  { name: "Kinga Wilk", done: 3, hoursAgo: 130 },
  { name: "Leon Dudek", done: 0, neverSignedIn: true },
  { name: "Maria Czyż", done: ALL, hoursAgo: 40 },
  {
    name: "Norbert Szpak",
    done: ALL,
    hoursAgo: 28,
    sees: { text: "Klucze są teraz pod zębatką, a nie w menu po lewej stronie.", hoursAgo: 30, drawn: true },
  },
  { name: "Olga Kruk", done: ALL, hoursAgo: 60 },
  { name: "Paweł Drozd", done: ALL, hoursAgo: 12 },
  {
    name: "Renata Jeż",
    done: ALL,
    hoursAgo: 9,
    sees: { text: "U mnie nie ma zakładki API keys w menu.", hoursAgo: 10 },
  },
  {
    name: "Szymon Bóbr",
    done: 6,
    hoursAgo: 1,
    sees: { text: "Najmniejsza kwota to teraz 10 dolarów.", hoursAgo: 1, section: PAYMENT },
  },
  { name: "Teresa Gil", done: 2, hoursAgo: 4 },
  { name: "Urszula Łoś", done: WITH_CREDITS, hoursAgo: 18 },
];

const before = (now: Date, hours: number) => new Date(now.getTime() - hours * HOUR_MS);

/** Fills an empty portal with a cohort of invented people; does nothing where the demo is in place. */
export async function seedDemo(databaseUrl: string, { now = new Date() }: { now?: Date } = {}): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    if (await db.cohort.findUnique({ where: { slug: "demo-jesien-2026" } })) return;
    await fill(castIn(db), now);
  } finally {
    await db.$disconnect();
  }
}

async function fill(cast: Cast, now: Date): Promise<void> {
  const nextMeeting = new Date(now.getTime() + 27 * HOUR_MS);
  nextMeeting.setMinutes(0, 0, 0);
  const endsAt = new Date(now.getTime() + 60 * 24 * HOUR_MS);
  // One try is enough in the demo, so that whoever tries it finds themselves on the desk at once.
  const wish = { slug: "demo-jesien-2026", name: "Jesień 2026", helpAfterTries: 1, nextMeeting, endsAt };
  const cohort = await cast.aCohort({ ...wish, lessonDues: { create: duesFrom(now) } });
  const invitedAt = before(now, 150);
  const [cohortId, isOwner] = [cohort.id, true];
  await cast.anInstructor({ cohortId, isOwner, name: "Piotr Radecki", email: `prowadzacy@${DOMAIN}`, invitedAt });
  await cast.anAssistant({ cohortId, name: "Alicja Mróz", email: `asystentka@${DOMAIN}`, invitedAt });
  for (const [place, story] of STORIES.entries()) await tell(cast, story, { cohortId, place, invitedAt, now });
}

type Setting = { readonly cohortId: string; readonly place: number; readonly invitedAt: Date; readonly now: Date };

async function tell(cast: Cast, story: Story, { cohortId, place, invitedAt, now }: Setting): Promise<void> {
  const { hoursAgo = 0.2 } = story;
  const email = `${story.account ?? `uczestnik-${place}`}@${DOMAIN}`;
  const isFresh = story.neverSignedIn || story.done === 0;
  const student = await cast.aStudent({
    cohortId,
    name: story.name,
    email,
    invitedAt: story.account ? now : invitedAt,
    firstSignedInAt: isFresh ? null : invitedAt,
  });
  for (const [index, { step, ...kind }] of PATH.slice(0, story.done).entries()) {
    const at = before(now, hoursAgo + (story.done - index) * 0.2);
    await ("proven" in kind ? cast.aProof(student.id, step, at) : cast.aTick(student.id, step, at));
  }
  if (story.done >= WITH_KEY || story.failing) await tellOfTests(cast, story, student.id, now);
  if (story.asks) await cast.aHelpRequest(student.id, story.asks, before(now, 1));
  if (story.sees) await tellOfScreen(cast, story.sees, student.id, now);
  await cast.settle(student.id, now);
}

async function tellOfScreen(cast: Cast, sees: NonNullable<Story["sees"]>, userId: string, now: Date): Promise<void> {
  const { text, hoursAgo, section, drawn } = sees;
  const picture = drawn && { picture: await readFile(join(import.meta.dirname, "screen.png")) };
  await cast.aScreenReport(userId, { text, at: before(now, hoursAgo), ...section, ...picture });
}

async function tellOfTests(
  cast: Cast,
  { done, hoursAgo = 0.2, failing }: Story,
  userId: string,
  now: Date,
): Promise<void> {
  const credential = await cast.aSealedKey(userId, {
    situation: situationOf(failing?.cause),
    storedAt: before(now, hoursAgo),
  });
  const passed = done >= WITH_CREDITS ? 3 : done >= WITH_KEY ? 2 : 1;
  const start = Array.from({ length: passed }, () => "passed" as const);
  const times = failing?.times ?? 1;
  for (let run = 0; run < times; run += 1) {
    const at = before(now, hoursAgo * ((times - run) / (times + 1)));
    await cast.aTest(userId, credential, { at, outcome: failing ? [...start, failing.cause] : start });
  }
}

/** The simulator's key that fails as the story says, so that a test of it now fails the same way. */
function situationOf(cause: CauseId | undefined) {
  if (cause === "org_unverified") return "unverified";
  if (cause === "quota_insufficient") return "no_credits";
  if (cause === "key_invalid") return "wrong";
  return cause === "account_deactivated" ? "deactivated" : "good";
}
