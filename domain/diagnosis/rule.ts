import type { CauseId } from "../cause/cause.ts";
import type { Speaker } from "./diagnosed.ts";
import type { Echo } from "./echo.ts";
import type { Words } from "./words.ts";

/** How one cause is recognised. To teach a new wording, add it to the list that fits; to teach a new code, add it to `codes`. */
export type Rule = {
  readonly cause: CauseId;
  /** The provider's own words, which nobody else has: high confidence. */
  readonly says?: readonly Words[];
  /** Words that others have too, or that a program puts in their place: medium confidence. */
  readonly hints?: readonly Words[];
  /** How programs and people retell it, in any language; counts in a text that names OpenAI, with medium confidence. */
  readonly retold?: readonly Words[];
  /** `code` of the provider's error, or another word with an underscore. */
  readonly codes?: readonly string[];
  readonly types?: readonly string[];
  /** How the body of such an error looks, whatever it says. */
  readonly shapes?: readonly RegExp[];
  /** What the provider shows of a key that it refused. */
  readonly echoes?: readonly Echo[];
  readonly statuses?: readonly number[];
  /** Codes and statuses under which the same words mean something finer, said by another rule. */
  readonly unless?: readonly (string | number)[];
  /** What it may be, likeliest first, where the words do not say which. */
  readonly candidates?: readonly CauseId[];
  /** The words are another provider's, and mean this all the same. */
  readonly foreign?: true;
};

/** How another provider is recognised. */
export type SpeakerRule = {
  readonly speaker: Speaker;
  /** Its words, which it puts next to some that are OpenAI's too. */
  readonly borrows?: readonly Words[];
  /** Its words; they count unless OpenAI's own stand there as well. */
  readonly says?: readonly Words[];
  /** What it and its products are called; they count where OpenAI is not named much nearer. */
  readonly names?: readonly Words[];
  /** Words of one that passes on what others say; they count where nobody else speaks. */
  readonly wraps?: readonly Words[];
};
