import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../scripts/setting/operator.ts";
import { routeOf } from "../../support/access/app.ts";
import type { Call } from "../../support/access/call.ts";
import { type Fields, KNOCKS, type Knock } from "../../support/access/knocks.ts";
import type { Answer, Role } from "../../support/access/roles.ts";
import { addresses } from "./addresses.ts";
import type { Scene } from "./scene.ts";
import { formTokenIn, SESSION_COOKIE } from "./session.ts";

type Got = { readonly status: number; readonly location: string; readonly text: string };

/** What somebody is sent who asks for an address as a browser does, and follows no redirect. */
async function got(path: string, cookie: string, init: RequestInit = {}): Promise<Got> {
  const gone = new AbortController();
  const headers = { cookie, origin: addresses.origin, ...(init.headers as Record<string, string>) };
  const wish = { ...init, headers, redirect: "manual", signal: gone.signal } as const;
  const response = await fetch(new URL(path, addresses.origin), wish);
  const location = response.headers.get("location") ?? response.headers.get("x-action-redirect") ?? "";
  // Next's own links carry a mark of what they ask for; without it the server sends them on to the same page with it.
  if (/[?&]_rsc\b/.test(location) && !/[?&]_rsc\b/.test(path)) return got(location, cookie, init);
  const isStream = response.headers.get("content-type") === "text/event-stream";
  const text = isStream ? "" : await response.text();
  if (isStream) gone.abort();
  return {
    status: isStream ? -1 : response.status,
    location,
    text: `${JSON.stringify([...response.headers])}\n${text}`,
  };
}

const WORDS: Readonly<Record<number, Answer>> = {
  [-1]: "a stream",
  204: "nothing",
  401: "refused",
  403: "refused",
  404: "absent",
  405: "not by GET",
};

const isSentAway = ({ status, location }: Got) => [303, 307].includes(status) || location !== "";
const isToSignIn = ({ location }: Got) => /^\/login(?:\?error|;|$)/.test(location);

type Seen = Answer | `status ${number}` | `${Answer}, with something of theirs`;

function pageAnswer(answer: Got, isTheirs: boolean): Seen {
  if (answer.status === 200) return isTheirs ? "their page" : "a page";
  const seen = isSentAway(answer) ? (isToSignIn(answer) ? "sign-in" : "elsewhere") : WORDS[answer.status];
  if (!seen) return `status ${answer.status}`;
  return isTheirs ? `${seen}, with something of theirs` : seen;
}

/** The row's words with the student's things in their place. */
const filled = (text: string, { things }: Scene): string =>
  text.replace(/\b[A-Z]{3,}\b/g, (name) => things[name] ?? name);

const formOf = (fields: Fields, scene: Scene): [string, string][] =>
  Object.entries(fields).map(([name, value]) => [name, filled(value, scene)]);

/** What the page of the key gives a form of its own to bring along. */
const ownToken = async (role: Role, { cookieOf }: Scene): Promise<string> =>
  formTokenIn((await got("/key", cookieOf(role))).text);

/** An answer, and whether it has words that are the student's. Those of the address itself may come back. */
export async function knock({ path, form }: Pick<Knock, "path" | "form">, role: Role, scene: Scene, headers = {}) {
  const fields = form && { ...form, ...(form.token && { token: await ownToken(role, scene) }) };
  const body = fields ? { method: "POST", body: new URLSearchParams(formOf(fields, scene)) } : {};
  const address = filled(path, scene);
  const answer = await got(address, scene.cookieOf(role), { ...body, headers });
  const isTheirs = scene.marks.some((mark) => !address.includes(mark) && answer.text.includes(mark));
  // The page that says 'not there' greets the student by name as well.
  const isOwn = role === "the student" && answer.status !== 200;
  return { answer: pageAnswer(answer, isTheirs && !isOwn), isTheirs, text: answer.text };
}

type Manifest = {
  readonly node: Readonly<
    Record<string, { readonly filename: string; readonly exportedName: string; readonly workers: object }>
  >;
};

/** Where the build keeps an action: its id, and a page that has it. */
function placeOf(action: string) {
  const file = join(ROOT, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const found = Object.entries(node).find(([, known]) => `${known.filename} ${known.exportedName}` === action);
  if (!found) throw new Error(`The build has no action ${action}.`);
  const [id, { workers }] = found;
  const route = routeOf(Object.keys(workers)[0] ?? "");
  const path = KNOCKS.find((row) => row.route === route)?.path ?? "";
  return { id, path };
}

/** Posts an action as Next's own client does. */
export async function call({ action, fields = {}, before }: Call, role: Role, scene: Scene) {
  const { id, path } = placeOf(action);
  const body = new FormData();
  for (const [name, value] of formOf(fields, scene)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify(before ? [before, "$K1"] : ["$K1"]));
  const headers = { "next-action": id, accept: "text/x-component" };
  const answer = await got(filled(path, scene), scene.cookieOf(role), { method: "POST", body, headers });
  return callAnswer(answer);
}

/** Whoever signs out is sent to the sign-in page as well, and loses a cookie on the way. */
function callAnswer(answer: Got): Seen {
  if (isToSignIn(answer) && !answer.text.includes(`${SESSION_COOKIE}=;`)) return "sign-in";
  if (isSentAway(answer)) return "done";
  return WORDS[answer.status] ?? (answer.status === 200 ? "done" : `status ${answer.status}`);
}
