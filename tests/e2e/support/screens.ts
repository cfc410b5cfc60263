import type { Page } from "@playwright/test";
import { aJpeg, jpegSegment } from "../../support/pictures.ts";
import { addresses } from "./addresses.ts";

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A section that the course has. */
export const PLACE = { module: "modul-1", lesson: "klucz-api", anchor: "wygeneruj-klucz-api" };

export const TRACE = Buffer.from("GPS 52.2297 N 21.0122 E");
/** A photograph that says where it was taken. */
export const photograph = (buffer = aJpeg([jpegSegment(0xe1, TRACE)])): File => ({
  name: "IMG_2041.JPG",
  mimeType: "image/jpeg",
  buffer,
});

export const drawing: File = {
  name: "ekran.svg",
  mimeType: "image/svg+xml",
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
};

/** A report as a program sends it, which has no script to make the picture smaller. */
export const postReport = (page: Page, fields: Readonly<Record<string, string | File>>) =>
  page.request.post("/api/screens", {
    multipart: { ...PLACE, ...fields },
    headers: { origin: addresses.origin, "sec-fetch-site": "same-origin", accept: "application/json" },
  });
