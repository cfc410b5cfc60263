import { reportScreen } from "#server/screen/commands";
import type { Student } from "#server/viewer";
import { ownerDatabase } from "./roles.ts";

/** A section that the course has. */
export const PLACE = { module: "modul-1", lesson: "klucz-api", anchor: "wygeneruj-klucz-api" } as const;

export const WORDS = "Przycisk nazywa się teraz inaczej.";

type Wish = { text?: string; file?: Uint8Array | null; anchor?: string; lesson?: string; module?: string };

export const report = (student: Student, wish: Wish = {}) =>
  reportScreen(student, "pl", { ...PLACE, text: WORDS, file: null, ...wish });

/** All that a student has reported, with what a picture has. */
export const reportsOf = ({ id: userId }: Student) =>
  ownerDatabase().screenReport.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    include: { picture: true },
  });
