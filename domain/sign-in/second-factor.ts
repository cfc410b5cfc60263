/** With what a person can show that they are not just somebody who reads their mail. */
export type Factors = { readonly app: boolean; readonly passkey: boolean };

/** What a session must still do before it opens anything: show a second factor, or have its person set one up. */
export type FactorStep = "none" | "show" | "set_up";

type Case = {
  readonly isStaff: boolean;
  /** When this session showed one. */
  readonly shownAt: Date | null;
  readonly has: Factors;
  /** Whether staff may not do without. */
  readonly isRequired: boolean;
};

/** Only whoever sees other people's data is asked; who has set a factor up is asked for it even where none is required. */
export function factorStep({ isStaff, shownAt, has, isRequired }: Case): FactorStep {
  if (!isStaff || shownAt !== null) return "none";
  if (has.app || has.passkey) return "show";
  return isRequired ? "set_up" : "none";
}
