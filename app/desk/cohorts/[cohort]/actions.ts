"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { dayBegins, dayEnds, momentIn } from "#domain/cohort/local-time";
import { readChosen } from "#domain/cohort/thresholds";
import { COURSE_ZONE } from "#domain/cohort/zone";
import { cleanName, faultOfName } from "#domain/roster/name";
import { readAddress } from "#domain/sign-in/address";
import { requireLesson } from "#server/cohort/asked/commands";
import { setDues } from "#server/cohort/due/commands";
import {
  addLiveSession,
  archiveCohort,
  dropLiveSession,
  renameCohort,
  setDates,
  setThresholds,
} from "#server/cohort/manage/commands";
import { addStaff } from "#server/people/commands";
import { requireManager, requireRecentSignIn } from "#server/viewer";

const CohortForm = z.object({ cohort: z.uuid() });
/** Module and lesson. */
const PLACE = /^[\w-]{1,100}\/[\w-]{1,100}$/;
const MOST_LESSONS = 500;
const word = (form: FormData, name: string): string => String(form.get(name) ?? "");
const cohortIn = (form: FormData): string => CohortForm.parse({ cohort: form.get("cohort") }).cohort;

/** Back to the page, with what to say there. */
function back(cohort: string, answer: { readonly ok: boolean } | null, fault: string): never {
  if (answer && !answer.ok) notFound();
  redirect(`/desk/cohorts/${cohort}?said=${answer ? "saved" : fault}`);
}

export async function rename(form: FormData): Promise<void> {
  const manager = await requireManager();
  const [cohort, name] = [cohortIn(form), cleanName(word(form, "name"))];
  const isFair = name !== "" && name.length <= 80;
  back(cohort, isFair ? await renameCohort(manager, cohort, name) : null, "badName");
}

export async function saveDates(form: FormData): Promise<void> {
  const manager = await requireManager();
  const cohort = cohortIn(form);
  const [startsAt, endsAt] = [dayBegins(word(form, "start"), COURSE_ZONE), dayEnds(word(form, "end"), COURSE_ZONE)];
  const isOdd = (word(form, "start") && !startsAt) || (word(form, "end") && !endsAt);
  const isFair = !isOdd && !(startsAt && endsAt && endsAt < startsAt);
  back(cohort, isFair ? await setDates(manager, cohort, { startsAt, endsAt }) : null, "badDate");
}

export async function addMeeting(form: FormData): Promise<void> {
  const manager = await requireManager();
  const [cohort, at] = [cohortIn(form), momentIn(word(form, "at"), COURSE_ZONE)];
  back(cohort, at && (await addLiveSession(manager, cohort, at, new Date())), "badDate");
}

export async function dropMeeting(form: FormData): Promise<void> {
  const manager = await requireManager();
  const [cohort, at] = [cohortIn(form), z.iso.datetime().safeParse(form.get("at"))];
  back(cohort, at.success ? await dropLiveSession(manager, cohort, new Date(at.data), new Date()) : null, "badDate");
}

export async function saveDues(form: FormData): Promise<void> {
  const manager = await requireManager();
  const cohort = cohortIn(form);
  const typed = [...form].filter(([name, value]) => PLACE.test(name) && typeof value === "string" && value !== "");
  const dues = typed.slice(0, MOST_LESSONS).map(([name, value]) => {
    const [module = "", lesson = ""] = name.split("/");
    return { module, lesson, dueAt: dayEnds(String(value), COURSE_ZONE) };
  });
  const fair = dues.flatMap(({ dueAt, ...place }) => (dueAt ? [{ ...place, dueAt }] : []));
  back(cohort, fair.length === dues.length ? await setDues(manager, cohort, fair) : null, "badDue");
}

const AskedForm = z.object({ lesson: z.string().regex(PLACE), required: z.enum(["yes", "no"]) });

export async function saveAsked(form: FormData): Promise<void> {
  const manager = await requireManager();
  const cohort = cohortIn(form);
  const { lesson: place, required } = AskedForm.parse({ lesson: form.get("lesson"), required: form.get("required") });
  const [module = "", lesson = ""] = place.split("/");
  const saved = await requireLesson(manager, cohort, { module, lesson, isRequired: required === "yes" }, new Date());
  if (!saved.ok) notFound();
  redirect(`/desk/cohorts/${cohort}?asked=${place}#asked`);
}

export async function saveRule(form: FormData): Promise<void> {
  const manager = await requireManager();
  const cohort = cohortIn(form);
  const typed = { tries: word(form, "tries"), stalledDays: word(form, "stalled"), invitedDays: word(form, "invited") };
  const chosen = readChosen(typed);
  back(cohort, chosen && (await setThresholds(manager, cohort, chosen)), "badRule");
}

export async function addPerson(form: FormData): Promise<void> {
  const manager = await requireManager();
  const cohort = cohortIn(form);
  await requireRecentSignIn(`/desk/cohorts/${cohort}`);
  const [email, name] = [readAddress(word(form, "email")), cleanName(word(form, "name"))];
  const role = form.get("role") === "instructor" ? "instructor" : "assistant";
  if (!email || faultOfName(name)) back(cohort, null, "badPerson");
  const added = await addStaff(manager, cohort, { person: { email, name }, role });
  back(cohort, added.ok || added.refusal === "not_found" ? added : null, "there");
}

export async function archive(form: FormData): Promise<void> {
  const manager = await requireManager();
  const cohort = cohortIn(form);
  const archived = await archiveCohort(manager, cohort, new Date());
  if (!archived.ok) notFound();
  redirect(`/desk/cohorts?archived=${cohort}`);
}
