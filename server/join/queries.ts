import "server-only";
import { database } from "../database/client.ts";
import { hashOf } from "../sign-in/token.ts";
import type { Manager } from "../viewer.ts";

export type JoinLinkState = "open" | "full" | "ended" | "closed";
export type OpenDoor = { readonly cohort: string; readonly state: JoinLinkState };

type Link = {
  closedAt: Date | null;
  expiresAt: Date;
  uses: number;
  mostUses: number;
  cohort: { archivedAt: Date | null };
};

export function stateOfLink({ closedAt, expiresAt, uses, mostUses, cohort }: Link, now: Date): JoinLinkState {
  if (closedAt || cohort.archivedAt) return "closed";
  if (expiresAt <= now) return "ended";
  return uses >= mostUses ? "full" : "open";
}

const WITH_COHORT = { cohort: { select: { name: true, archivedAt: true } } } as const;

/** Where a link leads; null for a token that is none. */
export async function joinLinkBehind(token: string, now: Date): Promise<OpenDoor | null> {
  const link = await database().joinLink.findUnique({
    where: { tokenHash: new Uint8Array(hashOf(token)) },
    include: WITH_COHORT,
  });
  return link && { cohort: link.cohort.name, state: stateOfLink(link, now) };
}

export type JoinLinkView = {
  readonly id: string;
  readonly uses: number;
  readonly mostUses: number;
  readonly expiresAt: Date;
  readonly state: JoinLinkState;
};

/** The links of a cohort, the newest first. What they lead by is kept nowhere and cannot be shown again. */
export async function joinLinksOf(manager: Manager, cohortId: string, now: Date): Promise<JoinLinkView[]> {
  const links = await database().joinLink.findMany({
    where: { cohortId, AND: { cohortId: { in: [...manager.cohortIds] } } },
    orderBy: { createdAt: "desc" },
    include: WITH_COHORT,
    take: 20,
  });
  return links.map((link) => ({ ...link, state: stateOfLink(link, now) }));
}
