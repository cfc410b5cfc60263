"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { closeReport } from "#server/paste/commands";
import { requireInstructor } from "#server/viewer";

const ReportForm = z.object({ report: z.uuid() });

export async function markKnown(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { report } = ReportForm.parse({ report: form.get("report") });
  const closed = await closeReport(instructor, report);
  if (!closed.ok) notFound();
  refresh();
}
