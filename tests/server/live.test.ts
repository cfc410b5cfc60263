import { describe, expect, test } from "vitest";
import { database } from "#server/database/client";
import { onChange } from "#server/live/listener";
import { notify, type Topic } from "#server/live/notify";
import { changesFor } from "#server/live/queries";
import { isSessionLive } from "#server/session/queries";
import { adapter } from "#server/sign-in/adapter";
import { newToken } from "#server/sign-in/token";
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

  const staying = (gone: AbortSignal) => ({ gone, isLive: async () => true });
  const readerOf = (stream: ReadableStream<Uint8Array> | null) => {
    if (!stream) throw new Error("there is a stream");
    return stream.getReader();
  };

  async function aStream() {
    const { student, cohort } = await aStudent();
    const instructor = await anInstructor(cohort.id);
    const viewer: Viewer = { person: instructor, student: null, instructor, cohorts: [], signedInAt: null };
    const gone = new AbortController();
    await untilListening();
    const reader = readerOf(changesFor(viewer, staying(gone.signal)));
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
    const viewer: Viewer = { person: instructor, student: null, instructor, cohorts: [], signedInAt: null };
    const reader = readerOf(changesFor(viewer, staying(AbortSignal.abort())));
    await reader.read();
    expect((await reader.read()).done).toBe(true);
  });

  test.each([
    ["is ended", "DELETE FROM session WHERE user_id = $1"],
    ["has a person who is disabled", "UPDATE app_user SET disabled_at = now() WHERE id = $1"],
    ["has a person who has left every cohort", "DELETE FROM enrolment WHERE user_id = $1"],
    ["was idle for too long", "UPDATE session SET last_seen_at = now() - interval '2 hours' WHERE user_id = $1"],
  ])("ends at the next breath after its session %s, and not before", async (_, sql) => {
    const { student } = await aStudent();
    const token = newToken();
    await adapter.createSession?.({ sessionToken: token, userId: student.id, expires: new Date() });
    const viewer: Viewer = { person: student, student, instructor: null, cohorts: [], signedInAt: null };
    const isLive = () => isSessionLive(token, new Date());
    const gone = new AbortController().signal;
    const reader = readerOf(changesFor(viewer, { gone, isLive, breathMs: 50 }));
    await reader.read();
    expect(decoder.decode((await reader.read()).value)).toBe(": still here\n\n");
    await rowsAs("owner", sql, [student.id]);
    await expect.poll(async () => (await reader.read()).done).toBe(true);
  });

  test("stays where nobody can say whether its session lives", async () => {
    const { student } = await aStudent();
    const viewer: Viewer = { person: student, student, instructor: null, cohorts: [], signedInAt: null };
    const gone = new AbortController();
    const isLive = () => Promise.reject(new Error("the database is away"));
    const reader = readerOf(changesFor(viewer, { gone: gone.signal, isLive, breathMs: 20 }));
    await reader.read();
    expect(decoder.decode((await reader.read()).value)).toBe(": still here\n\n");
    gone.abort();
  });

  test("is one of twelve of a person at most, and a closed one makes room", async () => {
    const [{ student }, { student: other }] = [await aStudent(), await aStudent()];
    const viewerOf = (person: typeof student): Viewer => ({
      person,
      student: person,
      instructor: null,
      cohorts: [],
      signedInAt: null,
    });
    const tabs = Array.from({ length: 12 }, () => new AbortController());
    for (const tab of tabs) readerOf(changesFor(viewerOf(student), staying(tab.signal)));
    const one = new AbortController();
    expect(changesFor(viewerOf(student), staying(one.signal))).toBeNull();
    expect(changesFor(viewerOf(other), staying(one.signal))).not.toBeNull();
    tabs[0]?.abort();
    tabs[0]?.abort();
    expect(changesFor(viewerOf(student), staying(one.signal))).not.toBeNull();
    expect(changesFor(viewerOf(student), staying(one.signal))).toBeNull();
    for (const tab of [...tabs, one]) tab.abort();
  });
});
