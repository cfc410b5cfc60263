"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { dayEnds } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";
import { readPasted } from "#domain/roster/pasted";
import { ownOrigins } from "#server/door/guard";
import { closeJoinLink, openJoinLink } from "#server/join/commands";
import { inviteByAddress } from "#server/roster/commands";
import { requireManager } from "#server/viewer";

const CohortForm = z.object({ cohort: z.uuid() });
const LinkForm = z.object({ link: z.uuid() });
const Uses = z.coerce.number().int().min(1).max(1000);

const MOST_ADDRESSES = 500;
const LONGEST_TEXT = 100_000;
const YEAR_MS = 366 * 86_400_000;

export type InviteState = {
  readonly said: readonly { readonly look: "success" | "error"; readonly words: string }[];
  readonly typed: string;
  readonly turn: number;
};

const MOST_SHOWN = 10;

export async function invite({ turn }: InviteState, form: FormData): Promise<InviteState> {
  const manager = await requireManager();
  const { cohort } = CohortForm.parse({ cohort: form.get("cohort") });
  const t = await getTranslations("roster.invite");
  const typed = String(form.get("addresses") ?? "").slice(0, LONGEST_TEXT);
  const { invitees, bad } = readPasted(typed);
  const refused = (words: string) => ({ said: [{ look: "error" as const, words }], typed, turn: turn + 1 });
  if (invitees.length > MOST_ADDRESSES) return refused(t("tooMany"));
  if (invitees.length + bad.length === 0) return refused(t("empty"));
  const shown = bad.slice(0, MOST_SHOWN).join(", ");
  const unread =
    bad.length > 0 ? [{ look: "error" as const, words: `${t("bad", { count: bad.length })} ${shown}` }] : [];
  if (invitees.length === 0) return { said: unread, typed, turn: turn + 1 };
  const invited = await inviteByAddress(manager, cohort, { invitees, bad });
  if (!invited.ok) notFound();
  const { added, known } = invited.value;
  const words = [
    added > 0 ? t("added", { count: added }) : t("addedNone"),
    ...(known > 0 ? [t("known", { count: known })] : []),
  ].join(" ");
  return { said: [{ look: "success", words }, ...unread], typed: bad.join("\n"), turn: turn + 1 };
}

export type LinkState = { readonly refusal: "badLink" | null; readonly address: string | null };

export async function makeLink(_: LinkState, form: FormData): Promise<LinkState> {
  const manager = await requireManager();
  const { cohort } = CohortForm.parse({ cohort: form.get("cohort") });
  const [uses, until] = [Uses.safeParse(form.get("uses")), dayEnds(String(form.get("until") ?? ""), COURSE_ZONE)];
  const ahead = until ? until.getTime() - Date.now() : -1;
  if (!uses.success || !until || ahead < 0 || ahead > YEAR_MS) return { refusal: "badLink", address: null };
  const opened = await openJoinLink(manager, { cohortId: cohort, mostUses: uses.data, expiresAt: until });
  if (!opened.ok) notFound();
  refresh();
  return { refusal: null, address: `${ownOrigins()[0]}/join/${opened.value.token}` };
}

export async function closeLink(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { link } = LinkForm.parse({ link: form.get("link") });
  const closed = await closeJoinLink(manager, link, new Date());
  if (!closed.ok) notFound();
  refresh();
}
