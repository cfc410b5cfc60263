import "server-only";
import { v7 as uuid } from "uuid";
import { database, type Transaction } from "../database/client.ts";
import type { Binding } from "../vault/binding.ts";
import { sealKey } from "../vault/seal.ts";
import { forgetSealingKey, isSealedTooLate, sealingKey } from "../vault/sealing-key.ts";

type Row = { readonly id: string; readonly ownerId: string };

/** Which row the sealed bytes of a signing secret belong to; no key of a student's has this provider. */
export const bindingOf = ({ id, ownerId }: Row): Omit<Binding, "vaultKeyId"> => ({
  provider: "webhook",
  userId: ownerId,
  credentialId: id,
  version: 1,
});

type Owner = { readonly endpointId: string; readonly ownerId: string };

/** Seals a secret for the worker, as a key is sealed: from then on this process cannot read it. */
export async function storeSecret(tx: Transaction, secret: string, { endpointId, ownerId }: Owner): Promise<void> {
  const id = uuid();
  const sealed = await sealKey(secret, bindingOf({ id, ownerId }), await sealingKey());
  await tx.webhookSecret.create({ data: { id, endpointId }, select: { id: true } });
  await tx.$executeRaw`
    INSERT INTO credential_secret (credential_id, version, format, vault_key_id, sealed)
    VALUES (${id}::uuid, 1, ${sealed.format}, ${sealed.vaultKeyId}, ${sealed.bytes})`;
}

/** A transaction that seals, begun anew where the vault key was retired meanwhile. */
export async function sealing<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const attempt = () => database().$transaction(work);
  return attempt().catch((error: unknown) => {
    if (!isSealedTooLate(error)) throw error;
    forgetSealingKey();
    return attempt();
  });
}
