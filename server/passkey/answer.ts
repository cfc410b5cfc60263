import "server-only";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

const LONGEST = 8_192;
const Base64Url = z
  .string()
  .max(LONGEST)
  .regex(/^[A-Za-z0-9_-]+$/);
const Credential = { id: Base64Url, rawId: Base64Url, type: z.literal("public-key") };
const Rest = { clientExtensionResults: z.looseObject({}).default({}), authenticatorAttachment: z.string().optional() };

/** What a browser says that has asked a passkey to sign. What is in the bytes is the library's to check. */
export const Assertion = z.object({
  ...Credential,
  ...Rest,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
}) as unknown as z.ZodType<AuthenticationResponseJSON>;

/** What a browser says that has made a passkey. */
export const Attestation = z.object({
  ...Credential,
  ...Rest,
  response: z.looseObject({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
}) as unknown as z.ZodType<RegistrationResponseJSON>;
