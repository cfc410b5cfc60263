import type { Fields } from "./knocks.ts";
import type { Answers } from "./roles.ts";

/** A call of a server action. In `fields` stand STUDENT, EMAIL, TEST, SESSION, PASSKEY, REPORT and SCREEN for what is the student's, ENDPOINT and APITOKEN for their instructor's. */
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
const screens = inFile("desk/screens/actions.ts");
const lessonScreens = inFile("(course)/lessons/[module]/[lesson]/screen-actions.ts");
const student = inFile("desk/students/[student]/actions.ts");
const test = inFile("(course)/test/actions.ts");
const connections = inFile("desk/connections/actions.ts");
const endpoint = inFile("desk/connections/[endpoint]/actions.ts");

/** Of what belongs to the student's instructor alone. */
const OWNERS: Answers = ["sign-in", "refused", "absent", "done", "refused"];
const ENDPOINT = { endpoint: "ENDPOINT" };
const NO_ENDPOINT = { added: null, refusal: null, url: "", events: [], cohorts: [], withNames: false };

const ABSENT: Answers = ["sign-in", "absent", "absent", "absent", "absent"];

const NO_CODES = { codes: null, refusal: null };
const MESSAGE = { message: "Komunikat, jakiego nikt nie zna." };

/** What comes of each action, by whom it is called; an action without a row fails. */
export const CALLS: readonly Call[] = [
  { action: anywhere("signOut"), answers: OWN },
  { action: anywhere("setLocale"), fields: { locale: "en" }, answers: OWN },
  { action: account("endOne"), fields: { session: "SESSION" }, answers: OWN },
  { action: account("endOthers"), answers: OWN },
  { action: account("endAll"), answers: OWN },
  { action: account("deleteAccount"), answers: OWN },
  { action: desk("markKnown"), fields: { report: "REPORT" }, answers: INSTRUCTORS },
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
  { action: endpoint("again"), fields: { ...ENDPOINT, hours: "24" }, answers: OWNERS },
  { action: endpoint("remove"), fields: ENDPOINT, answers: OWNERS },
  { action: screens("mark"), fields: { report: "SCREEN", handled: "yes" }, answers: INSTRUCTORS },
  { action: student("markAnswered"), fields: { student: "STUDENT" }, answers: INSTRUCTORS },
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
