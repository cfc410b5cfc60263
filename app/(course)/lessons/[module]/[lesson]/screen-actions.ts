"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { takeReportBack } from "#server/screen/commands";
import { requireStudent } from "#server/viewer";

const ReportForm = z.object({ report: z.uuid() });

export async function takeBack(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { report } = ReportForm.parse({ report: form.get("report") });
  await takeReportBack(student, report);
  refresh();
}
