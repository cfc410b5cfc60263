import { OAuth2Server } from "oauth2-mock-server";
import { freePorts } from "../../scripts/processes/ports.ts";

/** What the provider says of whoever signs in there. */
export type Claims = Readonly<Record<string, unknown>>;

export const CLIENT = { id: "portal-klient", secret: "portal-sekret" } as const;

/** An OpenID Connect provider on the wire, on whose page everybody agrees at once. */
export async function anIdentityProvider() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  const [port = 0] = await freePorts(1);
  await server.start(port, "localhost");
  let claims: Claims = {};
  let answer: (parameters: URLSearchParams) => void = () => undefined;
  server.service.on("beforeTokenSigning", ({ payload }: { payload: Record<string, unknown> }) => {
    Object.assign(payload, { aud: CLIENT.id, ...claims });
  });
  server.service.on("beforeAuthorizeRedirect", ({ url }: { url: URL }) => answer(url.searchParams));
  return {
    issuer: `http://localhost:${port}`,
    /** Whom it vouches for from now on. */
    vouchFor: (vouched: Claims) => {
      claims = vouched;
    },
    /** What it does with its answer on the way back, from now on. */
    answering: (change: (parameters: URLSearchParams) => void) => {
      answer = change;
    },
    /** Goes where the portal sends somebody, and gives what the provider adds to our address on the way back. */
    visit: async (address: URL): Promise<string> => {
      const { headers } = await fetch(address, { redirect: "manual" });
      return new URL(headers.get("location") ?? "").search;
    },
    stop: async () => {
      if (server.listening) await server.stop();
    },
  };
}
