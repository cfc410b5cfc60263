import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { database } from "../database/client.ts";
import { codeHashOf, hashOf, readCode } from "./token.ts";

const CODE_TRIES = 5;

/** Gives the address that the link was sent to, once: of any number of posts at once exactly one gets it. */
export async function consumeLink(linkToken: string, browserToken: string): Promise<Outcome<string, "expired">> {
  const [used] = await database().$queryRaw<{ email: string }[]>`
    DELETE FROM sign_in_request
    WHERE link_hash = ${hashOf(linkToken)} AND browser_hash = ${hashOf(browserToken)} AND expires_at > now()
    RETURNING email`;
  return used ? done(used.email) : refused("expired");
}

/** The same for a code. The try is counted before it is compared, so that parallel guesses count too. */
export async function consumeCode(
  typed: string,
  browserToken: string,
): Promise<Outcome<string, "expired" | "wrong_code">> {
  const browserHash = hashOf(browserToken);
  const counted = await database().$executeRaw`
    UPDATE sign_in_request SET wrong_codes = wrong_codes + 1
    WHERE browser_hash = ${browserHash} AND expires_at > now() AND wrong_codes < ${CODE_TRIES}`;
  if (counted === 0) return refused("expired");
  const [used] = await database().$queryRaw<{ email: string }[]>`
    DELETE FROM sign_in_request
    WHERE browser_hash = ${browserHash} AND code_hash = ${codeHashOf(readCode(typed), browserHash)} AND expires_at > now()
    RETURNING email`;
  return used ? done(used.email) : refused("wrong_code");
}
