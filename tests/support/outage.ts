import type { RequestListener } from "node:http";
import { sendScout } from "#server/outage/scout";
import type { Student } from "#server/viewer";
import { aStudent } from "./cast.ts";
import type { Hostile } from "./hostile-provider.ts";
import { doTests, settleOutages, takeJobs } from "./jobs.ts";
import { aKey, paste } from "./keys.ts";
import { asWorker, ownerDatabase } from "./roles.ts";

const json =
  (status: number, body: object): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const broken = json(500, {
  error: { message: "The server had an error while processing your request.", type: "server_error" },
});
const unknownKey = json(401, {
  error: {
    message:
      "Incorrect API key provided: sk-proj-****abcd. You can find your API key at https://platform.openai.com/account/api-keys.",
    code: "invalid_api_key",
    type: "invalid_request_error",
  },
});

/** A provider that can be taken down and brought back; while it is up, every key is good. */
export function takingTurns(provider: Hostile) {
  const good: RequestListener = (request, response) =>
    json(200, { object: request.url?.endsWith("/models") ? "list" : "response", data: [], output: [] })(
      request,
      response,
    );
  return {
    down: () => void Object.assign(provider, { answer: broken }),
    up: () => void Object.assign(provider, { answer: good }),
    unfriendly: () => void Object.assign(provider, { answer: unknownKey }),
  };
}

/** So many students who paste a key; their tests wait in the queue. */
export async function studentsWithTests(count: number): Promise<Student[]> {
  const students: Student[] = [];
  for (let at = 0; at < count; at++) {
    const { student } = await aStudent();
    await paste(student, aKey());
    students.push(student);
  }
  return students;
}

/** So many students at once meet a provider that is down. */
export async function anOutageFor(provider: Hostile, count: number): Promise<Student[]> {
  takingTurns(provider).down();
  const students = await studentsWithTests(count);
  await doTests();
  await settleOutages();
  return students;
}

const QUEUES = ["access-test", "scout", "after-outage", "outage-look", "letter"] as const;

/** As if nobody had met anything yet: what others meet counts towards an outage. */
export async function forgetOutages(): Promise<void> {
  await ownerDatabase().incident.deleteMany();
  await ownerDatabase().accessTest.deleteMany();
  for (const queue of QUEUES) await takeJobs(queue);
}

/** The scouts that are due by then, and what they meet. */
export async function scout(now: Date): Promise<void> {
  for (const job of await takeJobs("scout")) await asWorker(() => sendScout(job, now));
  await doTests();
}
