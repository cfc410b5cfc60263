import { aPng } from "../support/pictures.ts";
import { expect, test } from "./support/journey.ts";
import { drawing, photograph, postReport, TRACE } from "./support/screens.ts";

const WORDS = "Klucze są teraz pod zębatką.";

test("the server takes a picture by its own bytes, keeps nothing of where it was taken, and hands it out as a picture alone", async ({
  page,
  signIn,
  student,
  database,
  browserOf,
}) => {
  await signIn("student");
  const elsewhere = await postReport(page, { anchor: "nie-ma", text: WORDS });
  expect(await elsewhere.json()).toEqual({ said: "not_found", when: "" });
  const large = photograph(Buffer.alloc(3 * 1024 * 1024 + 1));
  const huge = photograph(Buffer.alloc(6 * 1024 * 1024));
  const disguised = { name: "ekran.png", mimeType: "image/png", buffer: drawing.buffer };
  for (const [picture, said] of [
    [large, "too_large"],
    [huge, "too_large"],
    [disguised, "kind"],
  ] as const)
    expect(await (await postReport(page, { text: WORDS, picture })).json()).toEqual({ said, when: "" });
  const behind = { name: "a.html", mimeType: "text/html", buffer: aPng({ after: [Buffer.from("<script>")] }) };
  expect(await (await postReport(page, { picture: behind })).json()).toEqual({ said: "sent", when: "" });
  expect(await (await postReport(page, { picture: photograph() })).json()).toEqual({ said: "sent", when: "" });

  const kept = await database.screenPicture.findMany({ where: { report: { userId: student.id } } });
  expect(kept.map(({ mediaType }) => mediaType).sort()).toEqual(["image/jpeg", "image/png"]);
  for (const { bytes } of kept)
    for (const trace of [TRACE, "<script>"]) expect(Buffer.from(bytes).includes(trace)).toBe(false);
  const png = kept.find(({ mediaType }) => mediaType === "image/png");
  const desk = await browserOf("instructor");
  const answer = await desk.request.get(`/api/screens/${png?.reportId}`);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "content-disposition": expect.stringMatching(/^inline; filename="ekran-[0-9a-f]{12}\.png"$/),
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
});
