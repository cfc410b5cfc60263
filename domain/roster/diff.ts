import { nameFromAddress } from "./name.ts";
import type { Named, RowFault, Wrong } from "./row.ts";

/** What the portal knows of an address, as far as whoever imports may know it. */
export type Known = {
  readonly email: string;
  /** Null where the person is in none of the manager's cohorts: their name is not the manager's to see or to change. */
  readonly name: string | null;
  /** The manager's cohorts that have the person already, in whatever role. */
  readonly cohortIds: readonly string[];
  readonly isStaff: boolean;
};

export type Target = { readonly id: string; readonly name: string; readonly slug: string };

export type Change =
  | {
      readonly kind: "new";
      readonly line: number;
      readonly email: string;
      readonly name: string;
      readonly cohortId: string;
    }
  | {
      readonly kind: "changed";
      readonly line: number;
      readonly email: string;
      readonly name: string;
      readonly cohortId: string;
      readonly was: string;
    }
  | {
      readonly kind: "same";
      readonly line: number;
      readonly email: string;
      readonly name: string;
      readonly cohortId: string;
    };

export type DiffFault = RowFault | "unknown_cohort";
export type WrongChange = Omit<Wrong, "fault"> & { readonly kind: "wrong"; readonly fault: DiffFault };
export type Diff = { readonly changes: readonly Change[]; readonly wrong: readonly WrongChange[] };

type Places = { readonly own: Target; readonly managed: readonly Target[] };

/** What an import would do, line by line. It only ever adds people to cohorts and corrects names. */
export function diffOf(
  { named, wrong }: { readonly named: readonly Named[]; readonly wrong: readonly Wrong[] },
  known: ReadonlyMap<string, Known>,
  places: Places,
): Diff {
  const verdicts = named.map((row) => verdictOf(row, known.get(row.email), cohortOf(row.cohort, places)));
  const bad = verdicts.filter((verdict) => verdict.kind === "wrong");
  const faults = wrong.map((row) => ({ ...row, kind: "wrong" as const }));
  return {
    changes: verdicts.filter((verdict) => verdict.kind !== "wrong"),
    wrong: [...faults, ...bad].toSorted((one, other) => one.line - other.line),
  };
}

function verdictOf(row: Named, known: Known | undefined, cohort: Target | null): Change | WrongChange {
  const { line, email } = row;
  if (!cohort) return { kind: "wrong", line, fault: "unknown_cohort", text: `${email} · ${row.cohort}` };
  const name = row.name || known?.name || nameFromAddress(email);
  const change = { line, email, name, cohortId: cohort.id };
  const was = known?.name ?? null;
  if (!known?.cohortIds.includes(cohort.id)) return { kind: "new", ...change };
  // What staff are called is theirs to say.
  if (was === null || known.isStaff || row.name === "" || was === name)
    return { kind: "same", ...change, name: was ?? name };
  return { kind: "changed", ...change, was };
}

const folded = (text: string): string => text.trim().toLowerCase();

/** The cohort that a line names by its name or slug; the one that is imported into where it names none. */
function cohortOf(named: string, { own, managed }: Places): Target | null {
  if (named === "") return own;
  const word = folded(named);
  return [own, ...managed].find(({ name, slug }) => folded(name) === word || folded(slug) === word) ?? null;
}
