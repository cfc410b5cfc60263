import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { DeleteAccount } from "#components/account/delete-account";
import { OwnDataCard } from "#components/account/own-data";
import { PersonCard } from "#components/account/person-card";
import { Sessions } from "#components/account/sessions";
import { liveSessionsOf } from "#server/session/queries";
import { sessionCookie } from "#server/sign-in/next-auth";
import { requireViewer } from "#server/viewer";
import { deleteAccount, endAll, endOne, endOthers } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const { person, student, instructor } = await requireViewer();
  const token = (await cookies()).get(sessionCookie())?.value ?? null;
  const [t, sessions] = await Promise.all([getTranslations("account"), liveSessionsOf(person, token, new Date())]);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      <div className="mt-8 space-y-5">
        <PersonCard person={person} isStudent={student !== null} isInstructor={instructor !== null} />
        <Sessions sessions={sessions} endOne={endOne} endOthers={endOthers} endAll={endAll} />
        <OwnDataCard />
        <DeleteAccount remove={deleteAccount} />
      </div>
    </div>
  );
}
