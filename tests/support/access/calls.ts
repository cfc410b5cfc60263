import type { Fields } from "./knocks.ts";
import type { Answers } from "./roles.ts";

/** A call of a server action. In `fields` stand STUDENT, EMAIL, TEST, SESSION, PASSKEY, REPORT, SCREEN and BLOCKER for what is the student's. */
export type Call = {
  /** File and name. */
  readonly action: string;
  readonly fields?: Fields;
  /** What an action of `useActionState` is given before the fields. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The student has a test that is going on. */
  readonly isTesting?: true;
  readonly answers: Answers;
};

/** Acts on the caller's own things alone. */
const OWN: Answers = ["sign-in", "done", "done", "done", "changed"];
const STUDENTS_OWN: Answers = ["sign-in", "done", "refused", "refused", "changed"];
const STAFFS_OWN: Answers = ["sign-in", "refused", "done", "done", "refused"];
const SIGNED_IN: Answers = ["sign-in", "done", "done", "done", "done"];
/** Of the student's own instructor, and to others as if there were no such student. */
const INSTRUCTORS: Answers = ["sign-in", "refused", "absent", "changed", "refused"];

/** Of the student's own instructor; for another one nothing is there that could change. */
const STAFFS_SCOPED: Answers = ["sign-in", "refused", "done", "changed", "refused"];

const inFile = (file: string) => (name: string) => `app/${file} ${name}`;
const account = inFile("account/actions.ts");
const anywhere = inFile("account-actions.ts");
const desk = inFile("desk/actions.ts");
const help = inFile("(course)/help/actions.ts");
const key = inFile("(course)/key/actions.ts");
const lesson = inFile("(course)/lessons/[module]/[lesson]/actions.ts");
const login = inFile("login/actions.ts");
const again = inFile("login/again/actions.ts");
const second = inFile("login/second/actions.ts");
const setUp = inFile("login/second/set-up/actions.ts");
const signIn = inFile("account/sign-in-actions.ts");
const paste = inFile("paste/actions.ts");
const message = inFile("desk/message/actions.ts");
const nudging = inFile("desk/messages/actions.ts");
const waiving = inFile("desk/waive/actions.ts");
const unsubscribe = inFile("unsubscribe/[token]/actions.ts");
const screens = inFile("desk/screens/actions.ts");
const lessonScreens = inFile("(course)/lessons/[module]/[lesson]/screen-actions.ts");
const student = inFile("desk/students/[student]/actions.ts");
const test = inFile("(course)/test/actions.ts");

const ABSENT: Answers = ["sign-in", "absent", "absent", "absent", "absent"];

const NO_WORDS = { subject: "", body: "", subjectEn: "", bodyEn: "" };
const NO_CODES = { codes: null, refusal: null };
const MESSAGE = { message: "Komunikat, jakiego nikt nie zna." };

/** What comes of each action, by whom it is called; an action without a row fails. */
export const CALLS: readonly Call[] = [
  { action: anywhere("signOut"), answers: OWN },
  { action: anywhere("setLocale"), fields: { locale: "en" }, answers: OWN },
  { action: account("endOne"), fields: { session: "SESSION" }, answers: OWN },
  { action: account("endOthers"), answers: OWN },
  { action: account("endAll"), answers: OWN },
  { action: account("choose"), fields: { digest: "none" }, answers: ["sign-in", "done", "done", "done", "changed"] },
  { action: account("deleteAccount"), answers: OWN },
  { action: desk("markKnown"), fields: { report: "REPORT" }, answers: INSTRUCTORS },
  { action: desk("act"), fields: { who: "BLOCKER", act: "take" }, answers: STAFFS_SCOPED },
  { action: desk("takeBack"), fields: { did: "taken", at: "1" }, answers: STAFFS_OWN },
  {
    action: message("write"),
    before: { words: NO_WORDS, refusal: null, isShown: false },
    fields: { id: "FRESH", choice: "who=BLOCKER", cause: "", act: "send", subject: "Temat", body: "Treść" },
    answers: STAFFS_SCOPED,
  },
  {
    action: nudging("nudge"),
    fields: { cohort: "COHORT", days: "3" },
    answers: ["sign-in", "refused", "absent", "done", "refused"],
  },
  {
    action: unsubscribe("chooseMail"),
    fields: { token: "UNSUBSCRIBE", on: "no" },
    answers: ["changed", "done", "done", "done", "done"],
  },
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
    action: help("reply"),
    before: { refusal: null, text: "", sent: 0 },
    fields: { text: "Więcej" },
    answers: STUDENTS_OWN,
  },
  { action: help("reopen"), answers: ["sign-in", "done", "refused", "refused", "done"] },
  { action: help("markSeen"), answers: STUDENTS_OWN },
  {
    action: student("remove"),
    fields: { student: "STUDENT" },
    // Whoever was taken out is signed out at once.
    answers: ["sign-in", "refused", "absent", "changed", "sign-in"],
  },
  {
    action: help("ask"),
    before: { refusal: null, note: "" },
    fields: { note: "Inna prośba", step: "" },
    answers: STUDENTS_OWN,
  },
  { action: help("withdraw"), answers: STUDENTS_OWN },
  { action: key("chooseQuiet"), fields: { wanted: "yes" }, answers: STUDENTS_OWN },
  { action: key("chooseDay"), fields: { day: "DAY" }, answers: STUDENTS_OWN },
  { action: key("deleteKey"), fields: { provider: "openai" }, answers: STUDENTS_OWN },
  { action: lesson("markStep"), fields: { step: "openai-konto", done: "yes" }, answers: STUDENTS_OWN },
  { action: lessonScreens("takeBack"), fields: { report: "SCREEN" }, answers: STUDENTS_OWN },
  { action: test("testAccess"), fields: { provider: "openai" }, answers: STUDENTS_OWN },
  { action: test("cancel"), isTesting: true, answers: STUDENTS_OWN },
  { action: test("waitHere"), fields: { check: "openai.image" }, answers: STUDENTS_OWN },
  { action: test("sameOrganization"), fields: { check: "openai.image" }, answers: STUDENTS_OWN },
  { action: paste("explain"), fields: MESSAGE, answers: SIGNED_IN },
  { action: paste("explainPlainly"), fields: MESSAGE, answers: SIGNED_IN },
  { action: paste("askWithMessage"), fields: { ...MESSAGE, cause: "", note: "Nowa notatka" }, answers: STUDENTS_OWN },
  { action: paste("forward"), fields: MESSAGE, answers: STUDENTS_OWN },
  { action: paste("forwardPlainly"), fields: MESSAGE, answers: STUDENTS_OWN },
  {
    action: login("askForLink"),
    before: { refusal: null, address: "" },
    fields: { email: "EMAIL" },
    answers: ["done", "done", "done", "done", "done"],
  },
  { action: again("askAgain"), fields: { to: "/key" }, answers: SIGNED_IN },
  { action: second("show"), fields: { digits: "123456" }, answers: SIGNED_IN },
  { action: setUp("setUp"), before: NO_CODES, fields: { digits: "123456" }, answers: STAFFS_OWN },
  { action: setUp("renewCodes"), before: NO_CODES, answers: STAFFS_OWN },
  { action: signIn("offer"), answers: SIGNED_IN },
  { action: signIn("add"), answers: SIGNED_IN },
  { action: signIn("remove"), fields: { passkey: "PASSKEY" }, answers: OWN },
  // There is no such provider here, and nobody may do without a second factor.
  { action: signIn("removeLink"), fields: { provider: "google" }, answers: ABSENT },
  { action: signIn("forgetFactor"), answers: ABSENT },
];
