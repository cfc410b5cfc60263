import { PICTURE_FOLDER } from "#domain/paste/picture-files";
import type { Answers } from "./roles.ts";

export type Fields = Readonly<Record<string, string>>;

/** In `path` and `form` stand STUDENT, EMAIL, TEST, SESSION, PASSKEY, REPORT, SCREEN, BLOCKER, COHORT and LIST for what is the student's, ENDPOINT for an address of their instructor's, and TOKEN for what a form of whoever asks has to bring along. */
export type Knock = {
  readonly route: string;
  readonly path: string;
  readonly answers: Answers;
  /** Posted as a form of ours; asked by GET where there is none. */
  readonly form?: Fields;
};

/** For whoever is signed in. */
const COURSE: Answers = ["sign-in", "a page", "a page", "a page", "their page"];
/** A student's own; instructors have none. */
const OWN: Answers = ["sign-in", "a page", "refused", "refused", "their page"];
const EVERYBODY: Answers = ["a page", "a page", "a page", "a page", "a page"];
const NOBODY: Answers = ["absent", "absent", "absent", "absent", "absent"];
const NOT_BY_GET: Answers = ["not by GET", "not by GET", "not by GET", "not by GET", "not by GET"];
const SIGNED_IN_ALREADY: Answers = ["sign-in", "elsewhere", "elsewhere", "elsewhere", "elsewhere"];
const NO_ENTRY: Answers = ["refused", "refused", "refused", "refused", "refused"];
const NO_LINK: Answers = ["sign-in", "sign-in", "sign-in", "sign-in", "sign-in"];
/** Of whoever manages a cohort. */
const STAFFS_OWN: Answers = ["sign-in", "refused", "a page", "a page", "refused"];
/** Of whoever manages the student's cohort, and to others as if there were no such cohort. */
const MANAGERS: Answers = ["sign-in", "refused", "absent", "a page", "refused"];
/** Files of the course: the same for whoever is signed in. */
const FILE: Answers = ["sign-in", "a page", "a page", "a page", "a page"];
const NO_FILE: Answers = ["sign-in", "absent", "absent", "absent", "absent"];

/** What each route answers to whom, a row or more for each. The tests are made from these rows, and a route without one fails. */
/** Another instructor finds nobody there. */
const STAFFS_SCOPED: Answers = ["sign-in", "refused", "a page", "their page", "refused"];

export const KNOCKS: readonly Knock[] = [
  { route: "/", path: "/", answers: ["sign-in", "a page", "elsewhere", "elsewhere", "their page"] },
  { route: "/account", path: "/account", answers: COURSE },
  { route: "/account/data", path: "/account/data", answers: COURSE },
  { route: "/causes", path: "/causes?q=klucz", answers: COURSE },
  { route: "/causes/[cause]", path: "/causes/key_invalid", answers: COURSE },
  { route: "/causes/[cause]", path: "/causes/nie-ma", answers: NO_FILE },
  { route: "/desk", path: "/desk", answers: ["sign-in", "refused", "a page", "their page", "refused"] },
  {
    route: "/desk/students/[student]",
    path: "/desk/students/STUDENT",
    answers: ["sign-in", "refused", "absent", "their page", "refused"],
  },
  { route: "/desk/message", path: "/desk/message?who=BLOCKER", answers: STAFFS_SCOPED },
  {
    route: "/desk/students/[student]/as",
    path: "/desk/students/STUDENT/as",
    answers: ["sign-in", "refused", "absent", "their page", "refused"],
  },
  {
    route: "/desk/students/[student]/as/lessons/[module]/[lesson]",
    path: "/desk/students/STUDENT/as/lessons/modul-1/srodki",
    answers: ["sign-in", "refused", "absent", "their page", "refused"],
  },
  { route: "/desk/waive", path: "/desk/waive?who=BLOCKER", answers: STAFFS_SCOPED },
  { route: "/desk/messages", path: "/desk/messages", answers: STAFFS_SCOPED },
  {
    route: "/desk/messages/[message]",
    path: "/desk/messages/MESSAGE",
    answers: ["sign-in", "refused", "absent", "their page", "refused"],
  },
  {
    route: "/unsubscribe/[token]",
    path: "/unsubscribe/UNSUBSCRIBE",
    answers: ["a page", "a page", "a page", "a page", "a page"],
  },
  { route: "/desk/screens", path: "/desk/screens", answers: ["sign-in", "refused", "a page", "their page", "refused"] },
  { route: "/desk/class", path: "/desk/class", answers: ["sign-in", "refused", "a page", "their page", "refused"] },
  {
    route: "/desk/class",
    path: "/desk/class?cohort=nie-ma",
    answers: ["sign-in", "refused", "absent", "absent", "refused"],
  },
  { route: "/desk/people", path: "/desk/people", answers: ["sign-in", "refused", "a page", "their page", "refused"] },
  { route: "/desk/cohorts", path: "/desk/cohorts", answers: STAFFS_OWN },
  // The rule's preview names whom it points at.
  {
    route: "/desk/cohorts/[cohort]",
    path: "/desk/cohorts/COHORT",
    answers: ["sign-in", "refused", "absent", "their page", "refused"],
  },
  { route: "/desk/cohorts/[cohort]/invite", path: "/desk/cohorts/COHORT/invite", answers: MANAGERS },
  // The preview names whom the portal would write to.
  { route: "/desk/cohorts/[cohort]/nudges", path: "/desk/cohorts/COHORT/nudges", answers: MANAGERS },
  { route: "/desk/cohorts/[cohort]/import", path: "/desk/cohorts/COHORT/import", answers: MANAGERS },
  {
    route: "/desk/cohorts/[cohort]/import/[list]",
    path: "/desk/cohorts/COHORT/import/LIST",
    answers: ["sign-in", "refused", "absent", "elsewhere", "refused"],
  },
  { route: "/join/[token]", path: "/join/nie-ma", answers: EVERYBODY },
  {
    route: "/desk/connections",
    path: "/desk/connections",
    answers: ["sign-in", "refused", "a page", "a page", "refused"],
  },
  {
    route: "/desk/connections/[endpoint]",
    path: "/desk/connections/ENDPOINT",
    answers: ["sign-in", "refused", "absent", "a page", "refused"],
  },
  {
    route: "/desk/connections/[endpoint]/edit",
    path: "/desk/connections/ENDPOINT/edit",
    answers: ["sign-in", "refused", "absent", "a page", "refused"],
  },
  { route: "/help", path: "/help", answers: OWN },
  { route: "/key", path: "/key", answers: OWN },
  { route: "/lessons/[module]/[lesson]", path: "/lessons/modul-1/konto-openai", answers: COURSE },
  { route: "/lessons/[module]/[lesson]", path: "/lessons/modul-1/nie-ma", answers: NO_FILE },
  { route: "/login", path: "/login", answers: ["a page", "elsewhere", "elsewhere", "elsewhere", "elsewhere"] },
  { route: "/login/again", path: "/login/again?to=/key", answers: COURSE },
  { route: "/login/confirm", path: "/login/confirm", answers: EVERYBODY },
  { route: "/login/second", path: "/login/second", answers: SIGNED_IN_ALREADY },
  {
    route: "/login/second/set-up",
    path: "/login/second/set-up",
    answers: ["sign-in", "refused", "a page", "a page", "refused"],
  },
  { route: "/login/sent", path: "/login/sent", answers: NO_LINK },
  { route: "/media/[...path]", path: "/media/modul-1/modul-1.mp4", answers: FILE },
  { route: "/media/[...path]", path: "/media/modul-1/modul-1.pl.vtt", answers: FILE },
  { route: "/media/[...path]", path: "/media/modul-1/modul-1.jpg", answers: FILE },
  { route: "/media/[...path]", path: "/media/tools/assets/n8n-szczegoly.svg", answers: FILE },
  { route: "/media/[...path]", path: "/media/modul-1/..%2f..%2fpackage.json", answers: NO_FILE },
  { route: "/ocr/[release]/[file]", path: `${PICTURE_FOLDER}/worker.min.js`, answers: EVERYBODY },
  { route: "/ocr/[release]/[file]", path: `${PICTURE_FOLDER}/..%2f..%2fpackage.json`, answers: NOBODY },
  { route: "/paste", path: "/paste", answers: COURSE },
  { route: "/search", path: "/search?q=klucz", answers: COURSE },
  { route: "/tags", path: "/tags", answers: COURSE },
  { route: "/tags/[tag]", path: "/tags/klucz-api", answers: COURSE },
  { route: "/tags/[tag]", path: "/tags/nie-ma", answers: NO_FILE },
  { route: "/test", path: "/test", answers: OWN },
  { route: "/api/account/data", path: "/api/account/data", answers: COURSE },
  {
    route: "/api/credential",
    path: "/api/credential",
    form: { credential: "sk-ant-", token: "TOKEN" },
    answers: ["sign-in", "elsewhere", "refused", "refused", "elsewhere"],
  },
  { route: "/api/credential", path: "/api/credential", answers: NOT_BY_GET },
  { route: "/api/demo-sign-in", path: "/api/demo-sign-in", form: { email: "EMAIL" }, answers: NOBODY },
  { route: "/api/demo-sign-in", path: "/api/demo-sign-in", answers: NOT_BY_GET },
  {
    route: "/api/export/[what]",
    path: "/api/export/people?cohort=COHORT",
    answers: ["sign-in", "refused", "absent", "their page", "refused"],
  },
  {
    route: "/api/roster",
    path: "/api/roster",
    form: { cohort: "COHORT" },
    answers: ["sign-in", "refused", "absent", "absent", "refused"],
  },
  { route: "/api/roster", path: "/api/roster", answers: NOT_BY_GET },
  { route: "/api/health", path: "/api/health", answers: EVERYBODY },
  { route: "/api/live", path: "/api/live", answers: ["nothing", "a stream", "a stream", "a stream", "a stream"] },
  // The journeys' portal has a bare address, to which no passkey belongs.
  { route: "/api/passkey/challenge", path: "/api/passkey/challenge", form: {}, answers: NOBODY },
  { route: "/api/passkey/challenge", path: "/api/passkey/challenge", answers: NOT_BY_GET },
  { route: "/api/passkey/sign-in", path: "/api/passkey/sign-in", form: {}, answers: NO_ENTRY },
  { route: "/api/passkey/sign-in", path: "/api/passkey/sign-in", answers: NOT_BY_GET },
  {
    route: "/api/pictures/[test]",
    path: "/api/pictures/TEST",
    answers: ["sign-in", "absent", "refused", "refused", "their page"],
  },
  { route: "/api/search", path: "/api/search", form: { q: "klucz" }, answers: FILE },
  { route: "/api/search", path: "/api/search", answers: NOT_BY_GET },
  {
    route: "/api/screens",
    path: "/api/screens",
    form: { module: "modul-1", lesson: "klucz-api", anchor: "wygeneruj-klucz-api", text: "Inny ekran" },
    answers: ["sign-in", "absent", "refused", "refused", "absent"],
  },
  { route: "/api/screens", path: "/api/screens", answers: NOT_BY_GET },
  {
    route: "/api/screens/[report]",
    path: "/api/screens/SCREEN",
    answers: ["sign-in", "absent", "absent", "their page", "their page"],
  },
  { route: "/api/sign-in", path: "/api/sign-in", form: { code: "12345678", email: "EMAIL" }, answers: NO_LINK },
  { route: "/api/sign-in", path: "/api/sign-in", answers: NOT_BY_GET },
  // A session opens none of these: they ask for a token.
  { route: "/api/v1/cohorts", path: "/api/v1/cohorts", answers: NO_ENTRY },
  { route: "/api/v1/steps", path: "/api/v1/steps", answers: NO_ENTRY },
  { route: "/api/v1/students", path: "/api/v1/students", answers: NO_ENTRY },
  { route: "/api/v1/students/[student]/events", path: "/api/v1/students/STUDENT/events", answers: NO_ENTRY },
  { route: "/api/v1/blockers", path: "/api/v1/blockers", answers: NO_ENTRY },
  { route: "/api/v1/help-requests", path: "/api/v1/help-requests", answers: NO_ENTRY },
  { route: "/api/v1/openapi.json", path: "/api/v1/openapi.json", answers: EVERYBODY },
  { route: "/api/sign-in/[provider]", path: "/api/sign-in/google", answers: NOBODY },
  { route: "/api/sign-in/[provider]/callback", path: "/api/sign-in/google/callback?code=x", answers: NOBODY },
];
