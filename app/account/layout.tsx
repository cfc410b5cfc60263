import type { ReactNode } from "react";
import { requireViewer } from "#server/viewer";
import CourseLayout from "../(course)/layout.tsx";
import DeskLayout from "../desk/layout.tsx";

/** Dressed as the pages that its person comes from; each page asks for itself who is there. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { student } = await requireViewer();
  return student ? <CourseLayout>{children}</CourseLayout> : <DeskLayout>{children}</DeskLayout>;
}
