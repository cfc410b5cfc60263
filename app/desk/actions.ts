"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { SNOOZES, snoozeEnd } from "#domain/desk/snooze";
import {
  type Handled,
  MOST_AT_ONCE,
  releaseBlockers,
  resolveBlockers,
  snoozeBlockers,
  takeBlockers,
  wakeBlockers,
} from "#server/desk/commands";
import { peopleBehind } from "#server/desk/queries";
import { UNDOABLE, undo } from "#server/desk/undo/commands";
import { addNote, LONGEST_NOTE } from "#server/note/commands";
import { closeReport } from "#server/paste/commands";
import { requireInstructor } from "#server/viewer";
import { listAddress, saying } from "./view.ts";

const ReportForm = z.object({ report: z.uuid() });

export async function markKnown(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { report } = ReportForm.parse({ report: form.get("report") });
  const closed = await closeReport(instructor, report);
  if (!closed.ok) notFound();
  refresh();
}

const DEEDS = [
  "take",
  "take_over",
  "release",
  "snooze",
  "wake",
  "resolve",
  "note",
  "message",
  "retest",
  "waive",
] as const;

const ActForm = z.object({
  who: z.array(z.uuid()).max(MOST_AT_ONCE),
  act: z.enum(DEEDS),
  until: z.enum(SNOOZES).catch("tomorrow"),
  note: z.string().trim().max(LONGEST_NOTE),
});
type Act = z.infer<typeof ActForm>;

/** Does one thing with everybody who is ticked, and says on the same list what became of it and how to take it back. */
export async function act(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const back = listAddress(form);
  const who = form.getAll("who");
  // Of many causes a page can show more than that.
  if (who.length > MOST_AT_ONCE) redirect(saying(back, { did: "too_many" }));
  const wish = ActForm.parse({
    who,
    act: form.get("act"),
    until: form.get("until") ?? undefined,
    note: form.get("note") ?? "",
  });
  if (wish.who.length === 0) redirect(saying(back, { did: "nobody" }));
  if (wish.act === "message" || wish.act === "retest" || wish.act === "waive") redirect(pageOf(wish));
  const now = new Date();
  const { did, changed, gone = 0, others = 0 } = await doneWith(instructor, wish, now);
  redirect(saying(back, { did, n: `${changed}`, gone: `${gone}`, others: `${others}`, at: `${now.getTime()}` }));
}

const pageOf = ({ act: deed, who }: Act) =>
  saying(deed === "waive" ? "/desk/waive" : "/desk/message", {
    who: who.join(","),
    ...(deed === "retest" && { about: "retest" }),
  });

type Done = Partial<Handled> & { readonly did: string; readonly changed: number };

async function doneWith(
  instructor: Awaited<ReturnType<typeof requireInstructor>>,
  { act: deed, who, until, note }: Act,
  now: Date,
): Promise<Done> {
  switch (deed) {
    case "take":
      return { did: "taken", ...(await takeBlockers(instructor, who, { now, isOver: false })) };
    case "take_over":
      return { did: "taken", ...(await takeBlockers(instructor, who, { now, isOver: true })) };
    case "release":
      return { did: "released", ...(await releaseBlockers(instructor, who)) };
    case "snooze":
      return { did: "snoozed", ...(await snoozeBlockers(instructor, who, { now, until: snoozeEnd(until, now) })) };
    case "wake":
      return { did: "woken", ...(await wakeBlockers(instructor, who)) };
    case "resolve":
      return { did: "resolved", ...(await resolveBlockers(instructor, who, now)) };
    default: {
      if (note === "") return { did: "no_words", changed: 0 };
      const people = await peopleBehind(instructor, who);
      return { did: "noted", changed: await addNote(instructor, people, note) };
    }
  }
}

const UndoForm = z.object({ did: z.enum(UNDOABLE), at: z.coerce.number().int().positive().max(8.64e15) });

export async function takeBack(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { did, at } = UndoForm.parse({ did: form.get("did"), at: form.get("at") });
  const undone = await undo(instructor, did, new Date(at), new Date());
  redirect(saying(listAddress(form), { did: undone.ok ? "undone" : "too_late" }));
}
