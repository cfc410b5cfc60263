import { ABSENT, type Call, inFile, OWN, SIGNED_IN, STAFFS_OWN, STUDENTS_OWN } from "./call.ts";
import { DESK_CALLS } from "./desk-calls.ts";

const account = inFile("account/actions.ts");
const anywhere = inFile("account-actions.ts");
const help = inFile("(course)/help/actions.ts");
const key = inFile("(course)/key/actions.ts");
const lesson = inFile("(course)/lessons/[module]/[lesson]/actions.ts");
const login = inFile("login/actions.ts");
const again = inFile("login/again/actions.ts");
const second = inFile("login/second/actions.ts");
const setUp = inFile("login/second/set-up/actions.ts");
const signIn = inFile("account/sign-in-actions.ts");
const paste = inFile("paste/actions.ts");
const unsubscribe = inFile("unsubscribe/[token]/actions.ts");
const lessonScreens = inFile("(course)/lessons/[module]/[lesson]/screen-actions.ts");
const saved = inFile("(course)/lessons/[module]/[lesson]/saved-actions.tsx");
const test = inFile("(course)/test/actions.ts");

const joining = inFile("join/[token]/actions.ts");

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
  {
    action: unsubscribe("chooseMail"),
    fields: { token: "UNSUBSCRIBE", on: "no" },
    answers: ["changed", "done", "done", "done", "done"],
  },
  {
    action: joining("join"),
    before: { refusal: null, name: "", email: "" },
    fields: { token: "nie-ma", name: "Ktoś", email: "ktos@example.com" },
    answers: ["done", "done", "done", "done", "done"],
  },
  {
    action: help("reply"),
    before: { refusal: null, text: "", sent: 0 },
    fields: { text: "Więcej" },
    answers: STUDENTS_OWN,
  },
  { action: help("reopen"), answers: ["sign-in", "done", "refused", "refused", "done"] },
  { action: help("markSeen"), answers: STUDENTS_OWN },
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
  { action: saved("savedTexts"), answers: SIGNED_IN },
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
  ...DESK_CALLS,
];
