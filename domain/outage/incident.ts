import type { CauseId } from "../cause/cause.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

/** What counts towards an incident: the latest tests of the last ten minutes. */
export const WINDOW_MS = 10 * 60_000;
/** So many students with the same trouble, and no fewer than half of all who were tested… */
export const MANY_STUDENTS = 5;
/** …or so few, where nobody at all got an answer. One student alone is never an incident. */
export const FEW_STUDENTS = 3;

/** What one check of a test met. `cause` is that of an inconclusive check; null where the provider gave an answer. */
export type Sighting = {
  readonly student: string;
  readonly test: string;
  readonly at: Date;
  readonly cause: CauseId | null;
  /** The system's, where no connection came about. */
  readonly code: string | null;
};

export type Outbreak = {
  readonly trouble: Trouble;
  /** What most of the failures were. */
  readonly cause: CauseId;
  readonly students: number;
  readonly startedAt: Date;
  readonly lastFailureAt: Date;
  readonly codes: readonly (string | null)[];
};

type Failure = Sighting & { readonly cause: CauseId };

/** Whether what many have met lately is one outage, and nobody's own fault. */
export function incidentOf(sightings: readonly Sighting[], now: Date): Outbreak | null {
  const tests = latestTests(sightings.filter(({ at }) => +now - +at <= WINDOW_MS));
  const failures = tests.flatMap((test) => test.find(isFailure) ?? []);
  const [same] = byTrouble(failures);
  if (!same) return null;
  const isMany = same.length >= MANY_STUDENTS && same.length * 2 >= tests.length;
  const isEverybody = same.length >= FEW_STUDENTS && failures.length === tests.length;
  return isMany || isEverybody ? outbreakOf(same) : null;
}

const isFailure = (sighting: Sighting): sighting is Failure => troubleOf(sighting.cause) !== null;

/** Each student's latest test alone: who got through at the second try is not affected. */
function latestTests(sightings: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const byStudent = Map.groupBy(sightings, ({ student }) => student);
  return [...byStudent.values()].map((own) => {
    const last = own.reduce((latest, sighting) => (sighting.at > latest.at ? sighting : latest));
    return own.filter(({ test }) => test === last.test);
  });
}

/** Failures of the same kind together, the most frequent kind first. */
const byTrouble = (failures: readonly Failure[]): readonly (readonly Failure[])[] =>
  [...Map.groupBy(failures, ({ cause }) => troubleOf(cause)).values()].sort((a, b) => b.length - a.length);

function outbreakOf(failures: readonly Failure[]): Outbreak | null {
  const causes = [...Map.groupBy(failures, ({ cause }) => cause)].sort(([, a], [, b]) => b.length - a.length);
  const cause = causes[0]?.[0];
  const trouble = cause && troubleOf(cause);
  if (!trouble) return null;
  const times = failures.map(({ at }) => at.getTime());
  return {
    trouble,
    cause,
    students: failures.length,
    startedAt: new Date(Math.min(...times)),
    lastFailureAt: new Date(Math.max(...times)),
    codes: failures.map(({ code }) => code),
  };
}
