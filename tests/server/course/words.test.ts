import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { providerOfCause, shelfOf } from "#domain/cause/catalogue";
import { CAUSES, type CauseId } from "#domain/cause/cause";
import { diagnoseReply } from "#domain/diagnosis/diagnose-reply";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import { causePage } from "#server/course/queries";

const CONTENT = join(import.meta.dirname, "../../../content");
const CATALOGUED = CAUSES.filter((cause) => shelfOf(cause) !== null);

/** What stands where the page has `…`: nothing, a name, a number, a few words. */
const FILLERS = ["", "gpt-image-1", "30000", "the settings of this organization"];

/** Google's messages are read in the answers to our own checks alone; its reasons come as a code. */
function diagnosedAs(cause: CauseId, text: string): CauseId {
  if (providerOfCause(cause) === "openai") return diagnoseText(text).cause;
  const code = /^[A-Z_]+$/.test(text) ? text : null;
  const refusal = { status: 418, code, type: null, param: null, message: code ? "" : text, requestId: null };
  return diagnoseReply({ kind: "refusal", ...refusal }, "google").cause;
}

describe("the words on the page of a cause", () => {
  test.each(CATALOGUED)("are diagnosed as %s, whatever stands in place of `…`", async (cause) => {
    const page = await causePage("pl", cause, CONTENT, { providers: ["openai", "google"] });
    const words = page?.words ?? [];
    expect(words).not.toEqual([]);
    const found = words.flatMap((part) =>
      FILLERS.map((filler) => [part, diagnosedAs(cause, part.replaceAll("…", filler))]),
    );
    expect(found.filter(([, as]) => as !== cause)).toEqual([]);
  });
});
