"use server";

import { redirect } from "next/navigation";
import { forgetKey } from "#server/credential/commands";
import { requireStudent } from "#server/viewer";

export async function deleteKey(): Promise<void> {
  const student = await requireStudent();
  await forgetKey(student);
  redirect("/key?deleted=yes");
}
