import { type Call, INSTRUCTORS, inFile, MANAGERS, STAFFS_OWN, STAFFS_SCOPED } from "./call.ts";
import type { Answers } from "./roles.ts";

const desk = inFile("desk/actions.ts");
const message = inFile("desk/message/actions.ts");
const sentMessage = inFile("desk/messages/[message]/actions.ts");
const nudging = inFile("desk/cohorts/[cohort]/nudges/actions.ts");
const waiving = inFile("desk/waive/actions.ts");
const cohorts = inFile("desk/cohorts/actions.ts");
const cohort = inFile("desk/cohorts/[cohort]/actions.ts");
const inviting = inFile("desk/cohorts/[cohort]/invite/actions.ts");
const list = inFile("desk/cohorts/[cohort]/import/[list]/actions.ts");
const people = inFile("desk/people/actions.ts");
const screens = inFile("desk/screens/actions.ts");
const student = inFile("desk/students/[student]/actions.ts");

const NO_WORDS = { subject: "", body: "", subjectEn: "", bodyEn: "" };
const COHORT = { cohort: "COHORT" };
const PLACE = { ...COHORT, person: "STUDENT", list: "" };

const connections = inFile("desk/connections/actions.ts");
const endpoint = inFile("desk/connections/[endpoint]/actions.ts");
const editing = inFile("desk/connections/[endpoint]/edit/actions.ts");
/** Of what belongs to the student's instructor alone. */
const OWNERS: Answers = ["sign-in", "refused", "absent", "done", "refused"];
const ENDPOINT = { endpoint: "ENDPOINT" };
const NO_ENDPOINT = { added: null, refusal: null, name: "", url: "", events: [], cohorts: [], withNames: false };
const { added: _, ...AS_IT_WAS } = { ...NO_ENDPOINT, version: 1, saved: null };

/** What comes of each action of the desk. */
export const DESK_CALLS: readonly Call[] = [
  { action: desk("markKnown"), fields: { report: "REPORT" }, answers: INSTRUCTORS },
  { action: desk("act"), fields: { who: "BLOCKER", act: "take" }, answers: STAFFS_SCOPED },
  { action: desk("takeBack"), fields: { did: "taken", at: "1" }, answers: STAFFS_OWN },
  {
    action: message("write"),
    before: { words: NO_WORDS, refusal: null, preview: null },
    fields: { id: "FRESH", choice: "who=BLOCKER", cause: "", act: "send", subject: "Temat", body: "Treść" },
    answers: STAFFS_SCOPED,
  },
  {
    action: sentMessage("again"),
    fields: { message: "MESSAGE" },
    // The message of the scene has arrived.
    answers: ["sign-in", "refused", "absent", "absent", "refused"],
  },
  { action: nudging("saveNudges"), fields: { ...COHORT, on: "stalled", stalled: "3" }, answers: MANAGERS },
  { action: cohorts("create"), fields: { name: "Nowa" }, answers: STAFFS_OWN },
  { action: cohorts("restore"), fields: COHORT, answers: ["sign-in", "refused", "absent", "absent", "refused"] },
  { action: cohort("rename"), fields: { ...COHORT, name: "Inna" }, answers: MANAGERS },
  { action: cohort("saveDates"), fields: { ...COHORT, start: "", end: "" }, answers: MANAGERS },
  { action: cohort("addMeeting"), fields: { ...COHORT, at: "2027-01-03T18:00" }, answers: MANAGERS },
  { action: cohort("dropMeeting"), fields: { ...COHORT, at: "2027-01-03T17:00:00.000Z" }, answers: MANAGERS },
  { action: cohort("saveDues"), fields: { ...COHORT, "modul-1/klucz-api": "2027-01-03" }, answers: MANAGERS },
  {
    action: cohort("saveAsked"),
    fields: { ...COHORT, lesson: "modul-1/klucz-api", required: "no" },
    answers: MANAGERS,
  },
  { action: cohort("saveRule"), fields: { ...COHORT, tries: "3", stalled: "3", invited: "2" }, answers: MANAGERS },
  { action: cohort("addPerson"), fields: { ...COHORT, email: "ktos@example.com", name: "Ktoś" }, answers: MANAGERS },
  { action: cohort("archive"), fields: COHORT, answers: INSTRUCTORS },
  {
    action: inviting("invite"),
    before: { said: [], typed: "", turn: 0 },
    fields: { ...COHORT, addresses: "nowa@example.com" },
    answers: MANAGERS,
  },
  {
    action: inviting("makeLink"),
    before: { refusal: null, address: null },
    fields: { ...COHORT, uses: "3", until: "DAY" },
    answers: MANAGERS,
  },
  {
    action: inviting("closeLink"),
    fields: { link: "STUDENT" },
    answers: ["sign-in", "refused", "absent", "absent", "refused"],
  },
  { action: list("confirm"), fields: { ...COHORT, list: "LIST" }, answers: STAFFS_OWN },
  { action: list("drop"), fields: { ...COHORT, list: "LIST" }, answers: STAFFS_OWN },
  { action: people("setRole"), fields: { ...PLACE, role: "student" }, answers: STAFFS_OWN },
  { action: people("move"), fields: { ...PLACE, to: "COHORT" }, answers: STAFFS_OWN },
  { action: people("takeBack"), fields: PLACE, answers: STAFFS_OWN },
  {
    action: connections("add"),
    before: NO_ENDPOINT,
    fields: { url: "https://hooks.example.com/", event: "help.asked" },
    answers: STAFFS_OWN,
  },
  {
    action: connections("make"),
    before: { token: null, refusal: null, name: "", scopes: [] },
    fields: { name: "Arkusz", scope: "cohorts:read", days: "30" },
    answers: STAFFS_OWN,
  },
  { action: connections("revoke"), fields: { token: "APITOKEN" }, answers: OWNERS },
  { action: endpoint("trial"), fields: ENDPOINT, answers: OWNERS },
  { action: endpoint("pause"), fields: { ...ENDPOINT, paused: "yes" }, answers: OWNERS },
  { action: endpoint("rotate"), before: { secret: null }, fields: ENDPOINT, answers: OWNERS },
  {
    action: editing("edit"),
    before: AS_IT_WAS,
    fields: { ...ENDPOINT, version: "1", url: "https://hooks.example.com/new", event: "help.asked" },
    answers: OWNERS,
  },
  { action: endpoint("again"), fields: { ...ENDPOINT, hours: "24" }, answers: OWNERS },
  { action: endpoint("remove"), fields: ENDPOINT, answers: OWNERS },
  { action: screens("mark"), fields: { report: "SCREEN", handled: "yes" }, answers: INSTRUCTORS },
  { action: student("markAnswered"), fields: { student: "STUDENT" }, answers: INSTRUCTORS },
  {
    action: student("answer"),
    before: { refusal: null, text: "", sent: 0 },
    fields: { student: "STUDENT", text: "Odpowiedź", cause: "" },
    answers: INSTRUCTORS,
  },
  {
    action: student("reopen"),
    fields: { student: "STUDENT" },
    answers: ["sign-in", "refused", "absent", "done", "refused"],
  },
  { action: student("addNoteTo"), fields: { student: "STUDENT", text: "Notatka" }, answers: INSTRUCTORS },
  { action: student("removeNote"), fields: { note: "NOTE" }, answers: STAFFS_SCOPED },
  {
    action: waiving("waive"),
    before: { refusal: null, step: "", reason: "" },
    fields: { who: "STUDENT", step: "openai-konto", reason: "Powód" },
    answers: STAFFS_SCOPED,
  },
  { action: waiving("endOfWaiver"), fields: { student: "STUDENT", step: "srodki-zakup" }, answers: INSTRUCTORS },
  {
    action: student("remove"),
    fields: { student: "STUDENT" },
    // Whoever was taken out is signed out at once.
    answers: ["sign-in", "refused", "absent", "changed", "sign-in"],
  },
];
