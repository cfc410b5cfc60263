import type { Cast } from "../../../scripts/seed/cast.ts";
import { aPng } from "../../support/pictures.ts";
import type { Cohort, Person } from "./journey.ts";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

/** Somebody whom everything has happened to: ticks, a proof, a key, a refusal, a request. */
export async function aFullLife(cast: Cast, { id }: Person): Promise<void> {
  await cast.aTick(id, "openai-konto", ago(90));
  await cast.aProof(id, "openai-klucz", ago(60));
  const key = await cast.aSealedKey(id, { situation: "unverified", storedAt: ago(60) });
  for (const minutes of [50, 40, 30])
    await cast.aTest(id, key, { at: ago(minutes), outcome: ["passed", "passed", "passed", "org_unverified"] });
  await cast.aHelpRequest(id, "Persona nie przyjmuje zdjęcia dowodu.", ago(10));
  await cast.aScreenReport(id, { text: "Klucze są teraz pod zębatką.", picture: aPng(), at: ago(20) });
  await cast.settle(id);
}

/** Others who need help, each for another reason. */
export async function aBusyCohort(cast: Cast, { id: cohortId }: Cohort): Promise<void> {
  const invited = await cast.aStudent({
    cohortId,
    name: "Leon Nieobecny",
    invitedAt: ago(9999),
    firstSignedInAt: null,
  });
  const failing = await cast.aStudent({ cohortId, name: "Filip Bez Środków" });
  const key = await cast.aSealedKey(failing.id, { situation: "no_credits" });
  for (const minutes of [30, 20, 10])
    await cast.aTest(failing.id, key, { at: ago(minutes), outcome: ["passed", "passed", "quota_insufficient"] });
  for (const { id } of [invited, failing]) await cast.settle(id);
}
