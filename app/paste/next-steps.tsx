import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AskForm } from "#components/paste/ask-form";
import { ForwardForm } from "#components/paste/forward-form";
import type { Verdict } from "#domain/paste/verdict";
import { causePage } from "#server/course/queries";
import { openRequestOf } from "#server/help/queries";
import type { Student, Viewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { askWithMessage, forward, forwardPlainly } from "./actions.ts";

type Props = { readonly paster: Viewer | null; readonly message: string; readonly verdict: Verdict };

/** A student may ask a person; a stranger may sign in first; an instructor is the person. */
export async function NextSteps({ paster, ...rest }: Props) {
  if (paster === null) return <SignIn />;
  return paster.student && <StudentSteps student={paster.student} {...rest} />;
}

async function StudentSteps({ student, message, verdict }: Omit<Props, "paster"> & { readonly student: Student }) {
  const [t, open, note] = await Promise.all([getTranslations("paste"), openRequestOf(student), noteOn(verdict)]);
  const isUnknown = verdict.kind === "unknown";
  return (
    <>
      <section aria-labelledby="paste-ask" className="space-y-3 border-base-300 border-t pt-5">
        <h3 id="paste-ask" className="font-bold">
          {t("ask.heading")}
        </h3>
        <AskForm
          ask={askWithMessage}
          message={message}
          cause={isUnknown ? null : verdict.cause}
          note={open?.note ?? note}
          isOpen={open !== null}
          isMain={isUnknown}
        />
      </section>
      {isUnknown && (
        <section aria-labelledby="paste-forward" className="space-y-3 border-base-300 border-t pt-5">
          <h3 id="paste-forward" className="font-bold">
            {t("forward.heading")}
          </h3>
          <p className="max-w-prose text-base-content/80 text-sm">{t("forward.lead")}</p>
          <ForwardForm
            forward={forward}
            forwardPlainly={forwardPlainly}
            message={message}
            words={{
              send: t("forward.send"),
              sending: t("forward.sending"),
              sent: t("forward.sent"),
              too_many: t("forward.too_many"),
              unreachable: t("forward.unreachable"),
            }}
          />
        </section>
      )}
    </>
  );
}

/** What a student would say of it, to be changed or left. */
async function noteOn(verdict: Verdict): Promise<string> {
  const t = await getTranslations("paste.ask");
  if (verdict.kind === "unknown") return t("noteUnknown");
  if (verdict.kind === "unsaid") return t("noteUnsaid");
  const page = await causePage(await currentLocale(), verdict.cause);
  return page ? t("noteCause", { cause: page.short }) : t("noteBlank");
}

async function SignIn() {
  const t = await getTranslations("paste.stranger");
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 border-base-300 border-t pt-5">
      <span className="max-w-prose">{t("lead")}</span>
      <Link href="/login" className="btn btn-outline min-h-11">
        {t("signIn")}
      </Link>
    </p>
  );
}
