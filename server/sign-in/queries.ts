import "server-only";
import type { Role } from "#domain/roster/role";
import { database } from "../database/client.ts";
import { hashOf } from "./token.ts";

/** The address that this browser asked a sign-in mail for, while that can still be used. */
export async function addressWaitingIn(browserToken: string): Promise<string | null> {
  const request = await database().signInRequest.findFirst({
    where: { browserHash: new Uint8Array(hashOf(browserToken)), expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    select: { email: true },
  });
  return request?.email ?? null;
}

export type DemoAccount = { readonly email: string; readonly name: string; readonly role: Role };

/** The people whom the demo offers at one click; none outside the demo's own cohort. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  const rows = await database().enrolment.findMany({
    where: { cohort: { slug: { startsWith: "demo-" } }, user: { NOT: { email: { startsWith: "uczestnik-" } } } },
    select: { role: true, user: { select: { email: true, name: true } } },
    orderBy: [{ role: "asc" }, { user: { createdAt: "asc" } }],
    take: 12,
  });
  return rows.map(({ role, user }) => ({ ...user, role }));
}
