import { describe, expect, test } from "vitest";
import { database } from "#server/database/client";
import { onChange } from "#server/live/listener";
import { notify, type Topic } from "#server/live/notify";
import { changesFor } from "#server/live/queries";
import type { Viewer } from "#server/viewer";
import { anInstructor, aStudent } from "../support/cast.ts";
import { untilListening } from "../support/listening.ts";
import { ownerDatabase, rowsAs } from "../support/roles.ts";

const topic = (): Topic => `user:${crypto.randomUUID()}`;

/** Says that everything told before it has arrived. */
async function settled(): Promise<void> {
  const last = topic();
  const heard = new Promise<void>((resolve) => void onChange([last], resolve));
  await notify(ownerDatabase(), last);
  await heard;
}

describe("a change", () => {
  test("reaches those who listen for it, when its transaction has been committed and not before", async () => {
    await untilListening();
    const [mine, other] = [topic(), topic()];
    const heard: string[] = [];
    const stop = onChange([mine], () => heard.push("mine"));
    await database().$transaction(async (tx) => {
      await notify(tx, mine, other);
      await settled();
      expect(heard).toEqual([]);
    });
    await settled();
    expect(heard).toEqual(["mine"]);
    stop();
  });

  test("that was rolled back reaches nobody", async () => {
    await untilListening();
    const mine = topic();
    const heard: string[] = [];
    const stop = onChange([mine], () => heard.push("mine"));
    const broken = database().$transaction(async (tx) => {
      await notify(tx, mine);
      throw new Error("the world fails");
    });
    await expect(broken).rejects.toThrow();
    await settled();
    expect(heard).toEqual([]);
    stop();
  });

  test("reaches nobody who has stopped listening, and still the others", async () => {
    await untilListening();
    const mine = topic();
    const heard: string[] = [];
    const [stop, keep] = [onChange([mine], () => heard.push("gone")), onChange([mine], () => heard.push("here"))];
    stop();
    stop();
    await notify(ownerDatabase(), mine);
    await settled();
    expect(heard).toEqual(["here"]);
    keep();
  });

  test("while the connection was lost is made good: everybody looks again", async () => {
    await untilListening();
    const heard: string[] = [];
    const stop = onChange([topic()], () => heard.push("again"));
    await rowsAs(
      "web",
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN rozruch'",
    );
    await expect.poll(() => heard, { timeout: 8_000 }).toEqual(["again"]);
    stop();
  });
});

describe("the stream of a page", () => {
  const decoder = new TextDecoder();

  async function aStream() {
    const { student, cohort } = await aStudent();
    const instructor = await anInstructor(cohort.id);
    const viewer: Viewer = { person: instructor, student: null, instructor, signedInAt: null };
    const gone = new AbortController();
    await untilListening();
    const reader = changesFor(viewer, gone.signal).getReader();
    const next = async () => decoder.decode((await reader.read()).value);
    expect(await next()).toBe("retry: 2000\n\n");
    return { student, cohort, instructor, gone, reader, next };
  }

  test("says that something has changed and never what, for the viewer and each of their cohorts", async () => {
    const { cohort, instructor, next, gone } = await aStream();
    await notify(ownerDatabase(), `cohort:${cohort.id}`, `user:${instructor.id}`);
    expect([await next(), await next()]).toEqual(["event: change\ndata: {}\n\n", "event: change\ndata: {}\n\n"]);
    gone.abort();
  });

  test("says nothing of other people", async () => {
    const { student, cohort, next, gone } = await aStream();
    await notify(ownerDatabase(), `user:${student.id}`, `cohort:${crypto.randomUUID()}`);
    await notify(ownerDatabase(), `cohort:${cohort.id}`);
    await next();
    await expect(Promise.race([next(), settled().then(() => "silence")])).resolves.toBe("silence");
    gone.abort();
  });

  test("ends when the page goes", async () => {
    const { gone, reader } = await aStream();
    gone.abort();
    expect((await reader.read()).done).toBe(true);
  });

  test("whose reader has left without a word harms nobody who is still there", async () => {
    const { cohort, reader, gone } = await aStream();
    await reader.cancel();
    const heard: string[] = [];
    const stop = onChange([`cohort:${cohort.id}`], () => heard.push("still here"));
    await notify(ownerDatabase(), `cohort:${cohort.id}`);
    await settled();
    expect(heard).toEqual(["still here"]);
    stop();
    gone.abort();
  });

  test("of a page that had gone before it began holds nothing open", async () => {
    const { instructor } = await aStream();
    const reader = changesFor(
      { person: instructor, student: null, instructor, signedInAt: null },
      AbortSignal.abort(),
    ).getReader();
    await reader.read();
    expect((await reader.read()).done).toBe(true);
  });
});
