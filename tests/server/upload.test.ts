import { describe, expect, test } from "vitest";
import { readUpload } from "#server/door/upload";

const BOUNDS = { file: "picture", largestBytes: 10_000 };

function aForm(picture: Uint8Array | null, text = "Zażółć"): Request {
  const form = new FormData();
  form.append("text", text);
  if (picture) form.append("picture", new Blob([new Uint8Array(picture)]), "ekran.png");
  return new Request("http://127.0.0.1/api/screens", { method: "POST", body: form });
}

/** As long as it is asked for more; says how much was taken. */
function anEndlessForm() {
  const head = '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nTo samo\r\n';
  const file = '--x\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\n\r\n';
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(head + file)),
    pull: (controller) => {
      taken += 1_000;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const wish = { method: "POST", body, headers, duplex: "half" } as RequestInit;
  return { request: new Request("http://127.0.0.1/api/screens", wish), takenBytes: () => taken };
}

describe("a form with a file", () => {
  test("is read, with its words and its file", async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(5_000));
    const upload = await readUpload(aForm(bytes), BOUNDS);
    expect([upload?.isCut, upload?.fields.get("text")]).toEqual([false, "Zażółć"]);
    const file = upload?.fields.get("picture");
    expect(file instanceof File && Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test("that is too large keeps its words and loses its file", async () => {
    const upload = await readUpload(aForm(new Uint8Array(20_000)), BOUNDS);
    expect([upload?.isCut, upload?.fields.get("text"), upload?.fields.get("picture")]).toEqual([true, "Zażółć", null]);
  });

  test("that names its file in its words loses neither", async () => {
    const words = 'Content-Disposition: form-data; name="picture"\r\n\r\n--';
    const upload = await readUpload(aForm(new Uint8Array(20_000), words), BOUNDS);
    expect(upload?.fields.get("text")).toBe(words);
  });

  test("that never ends is not listened to for ever", async () => {
    const { request, takenBytes } = anEndlessForm();
    const upload = await readUpload(request, BOUNDS);
    expect([upload?.isCut, upload?.fields.get("text")]).toEqual([true, "To samo"]);
    expect(takenBytes()).toBeLessThan(5 * BOUNDS.largestBytes);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/json", "multipart/form-data", ""])(
    "is not read from %j",
    async (type) => {
      const headers = { "content-type": type };
      const request = new Request("http://127.0.0.1/", { method: "POST", body: "text=abc", headers });
      expect(await readUpload(request, BOUNDS)).toBeNull();
    },
  );

  test("of which nothing but the name is right is none", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const request = new Request("http://127.0.0.1/", { method: "POST", body: "no form at all", headers });
    expect(await readUpload(request, BOUNDS)).toBeNull();
  });
});
