import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addressVouchedFor, beginElsewhere, unlink } from "#server/external-account/commands";
import { linkedAccountsOf, offeredIdentityProviders } from "#server/external-account/queries";
import { aStudent } from "../../support/cast.ts";
import { anIdentityProvider, CLIENT } from "../../support/identity-provider.ts";
import { anIp } from "../../support/keys.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";

const provider = await anIdentityProvider();
afterAll(provider.stop);
Object.assign(process.env, {
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: "Szkoła Próbna",
});

beforeEach(() => provider.answering(() => undefined));

async function begun() {
  const outcome = await beginElsewhere("oidc", anIp());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

/** The whole way there and back; gives who is let in, or why nobody is. */
async function signIn(claims: Record<string, unknown>): Promise<string> {
  provider.vouchFor(claims);
  const { address, kept } = await begun();
  return resultOf({ search: await provider.visit(address), kept });
}

async function resultOf(answer: { search: string; kept: string }): Promise<string> {
  const outcome = await addressVouchedFor("oidc", answer);
  return outcome.ok ? outcome.value : outcome.refusal;
}

const vouched = (email: string, sub: string = randomUUID()) => ({ sub, email, email_verified: true });

describe("an account elsewhere", () => {
  test("is offered by the name that the operator gave it", () => {
    expect(offeredIdentityProviders()).toEqual([{ id: "oidc", name: "Szkoła Próbna" }]);
  });

  test("lets in whom the roster knows by its address, in whatever case", async () => {
    const { email } = await aStudent();
    expect(await signIn(vouched(email.toUpperCase()))).toBe(email);
  });

  test("is bound to its person at the first time, and from then on its address may change", async () => {
    const { student, email } = await aStudent();
    const sub = randomUUID();
    await signIn(vouched(email, sub));
    expect(await linkedAccountsOf(student)).toMatchObject([{ id: "oidc", name: "Szkoła Próbna" }]);
    expect(await signIn({ sub, email: "inny@example.com", email_verified: false })).toBe(email);
    const where = { subjectId: student.id, kind: "login.account_linked" };
    expect(await ownerDatabase().auditEvent.count({ where })).toBe(1);
  });

  test("of which there are two by one address lets in the one that came first", async () => {
    const { student, email } = await aStudent();
    await signIn(vouched(email, "first"));
    expect(await signIn(vouched(email, "second"))).toBe("other_account");
    await unlink(student, "oidc");
    expect(await signIn(vouched(email, "second"))).toBe(email);
  });

  test.each<[string, (email: string) => Record<string, unknown>, string]>([
    ["is on no roster", () => vouched("nikt@example.com"), "not_on_roster"],
    ["the provider has not looked at", (email) => ({ ...vouched(email), email_verified: false }), "unverified_address"],
    ["the provider says nothing of", (email) => ({ sub: "a", email }), "unverified_address"],
    ["is told in words", (email) => ({ ...vouched(email), email_verified: "true" }), "unverified_address"],
    ["is missing", () => ({ sub: "b", email_verified: true }), "unverified_address"],
    ["has a look-alike letter", (email) => vouched(email.replace("e", "е")), "unverified_address"],
    ["two parsers would read differently", (email) => vouched(`"${email}"@example.com`), "unverified_address"],
  ])("whose address %s lets nobody in", async (_, claims, refusal) => {
    const { email } = await aStudent();
    expect(await signIn(claims(email))).toBe(refusal);
  });

  test("of somebody who has left the course lets nobody in, bound or not", async () => {
    const { student, email } = await aStudent();
    const claims = vouched(email);
    await signIn(claims);
    await rowsAs("owner", "DELETE FROM enrolment WHERE user_id = $1", [student.id]);
    expect(await signIn(claims)).toBe("not_on_roster");
    expect(await signIn(vouched(email))).toBe("not_on_roster");
  });
});

describe("the answer of the provider", () => {
  test("works for the browser that asked, and once", async () => {
    const { email } = await aStudent();
    provider.vouchFor(vouched(email));
    const [own, other] = [await begun(), await begun()];
    const search = await provider.visit(own.address);
    expect(await resultOf({ search, kept: other.kept })).not.toContain(email);
    const again = await provider.visit(own.address);
    expect(await resultOf({ search: again, kept: own.kept })).toBe(email);
    expect(await resultOf({ search: again, kept: own.kept })).not.toContain(email);
  });

  test.each<[string, (parameters: URLSearchParams) => void]>([
    ["another state", (parameters) => parameters.set("state", "x")],
    ["no state", (parameters) => parameters.delete("state")],
    ["another code", (parameters) => parameters.set("code", "x")],
    ["no code", (parameters) => parameters.delete("code")],
    ["another issuer", (parameters) => parameters.set("iss", "https://evil.example")],
  ])("with %s lets nobody in", async (_, change) => {
    const { email } = await aStudent();
    provider.answering(change);
    expect(await signIn(vouched(email))).toMatch(/^(?:cancelled|unreachable)$/);
  });

  test.each<[string, Record<string, unknown>]>([
    ["for another client", { aud: "somebody-else" }],
    ["from another issuer", { iss: "https://evil.example" }],
    ["with another nonce", { nonce: "x" }],
    ["that is over", { exp: 1 }],
  ])("%s lets nobody in", async (_, change) => {
    const { email } = await aStudent();
    expect(await signIn({ ...vouched(email), ...change })).toMatch(/^(?:cancelled|unreachable)$/);
  });

  test("that is a no says so", async () => {
    const { email } = await aStudent();
    provider.answering((parameters) => {
      parameters.delete("code");
      parameters.set("error", "access_denied");
    });
    expect(await signIn(vouched(email))).toBe("cancelled");
  });

  test.each(["", "x", Buffer.from("{}").toString("base64url"), Buffer.from("[").toString("base64url")])(
    "with what no browser of ours has kept (%j) lets nobody in",
    async (kept) => {
      const { email } = await aStudent();
      provider.vouchFor(vouched(email));
      expect(await resultOf({ search: await provider.visit((await begun()).address), kept })).toBe("cancelled");
    },
  );
});

test("the way there carries state, nonce and PKCE, and asks for no more than the address", async () => {
  const { searchParams } = (await begun()).address;
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: "code",
    client_id: CLIENT.id,
    scope: "openid email",
    code_challenge_method: "S256",
    redirect_uri: "http://127.0.0.1:3000/api/sign-in/oidc/callback",
  });
  for (const name of ["state", "nonce", "code_challenge"]) expect(searchParams.get(name)?.length).toBeGreaterThan(20);
});

test("Google is not offered where the operator has set nothing", async () => {
  expect(await beginElsewhere("google", anIp())).toEqual({ ok: false, refusal: "not_offered" });
  expect(await addressVouchedFor("google", { search: "", kept: "" })).toEqual({ ok: false, refusal: "not_offered" });
});
