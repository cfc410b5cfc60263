import type { PrismaClient } from "#server/database/generated/client";

type Wish = { lesson?: string; anchor?: string; text?: string; picture?: Uint8Array; at?: Date };

const PLACE = { module: "modul-1", lesson: "klucz-api", anchor: "wygeneruj-klucz-api", locale: "pl" };
/** Of the demo's drawn screen. */
const SIZE = { width: 1200, height: 750 };

/** By default of a section that the course has. */
export const screenReportsIn =
  (db: PrismaClient) =>
  (userId: string, { picture, at = new Date(), ...wish }: Wish = {}) => {
    const drawn = picture && { mediaType: "image/png", ...SIZE, bytes: new Uint8Array(picture) };
    const data = { userId, checked: "2026-11-20", text: "", ...PLACE, ...wish, createdAt: at };
    return db.screenReport.create({ data: { ...data, ...(drawn && { picture: { create: drawn } }) } });
  };
