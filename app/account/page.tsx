import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { DeleteAccount } from "#components/account/delete-account";
import { KeyboardCard } from "#components/account/keyboard-card";
import { LettersCard } from "#components/account/letters-card";
import { LinkedAccounts } from "#components/account/linked-accounts";
import { OwnDataCard } from "#components/account/own-data";
import { Passkeys } from "#components/account/passkeys";
import { PersonCard } from "#components/account/person-card";
import { SecondFactorCard } from "#components/account/second-factor";
import { Sessions } from "#components/account/sessions";
import { Notice } from "#components/ui/notice";
import { lettersFor } from "#server/account/queries";
import { linkedAccountsOf } from "#server/external-account/queries";
import { namedAddress, passkeysOf } from "#server/passkey/queries";
import { factorOf, isFactorRequired } from "#server/second-factor/queries";
import { liveSessionsOf } from "#server/session/queries";
import { sessionCookie } from "#server/sign-in/next-auth";
import { isRecent, requireViewer } from "#server/viewer";
import { choose, deleteAccount, endAll, endOne, endOthers } from "./actions.ts";
import { add, forgetFactor, offer, remove, removeLink } from "./sign-in-actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

type Props = { searchParams: Promise<{ letters?: string | string[] }> };

export default async function AccountPage({ searchParams }: Props) {
  const looking = await requireViewer();
  const { person, student, instructor } = looking;
  const token = (await cookies()).get(sessionCookie())?.value ?? null;
  const [t, sessions, factor, passkeys, linked, letters] = await Promise.all([
    getTranslations("account"),
    liveSessionsOf(person, token, new Date()),
    factorOf(person),
    passkeysOf(person),
    linkedAccountsOf(person),
    lettersFor(person),
  ]);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      {(await searchParams).letters === "saved" && (
        <div className="mt-6">
          <Notice look="success">{t("lettersSaved")}</Notice>
        </div>
      )}
      <div className="mt-8 space-y-5">
        <PersonCard person={person} isStudent={student !== null} staff={instructor?.highest ?? null} />
        {instructor && <SecondFactorCard factor={factor} forget={isFactorRequired() ? null : forgetFactor} />}
        <Passkeys
          passkeys={passkeys}
          mayAdd={isRecent(looking, new Date())}
          named={namedAddress((await headers()).get("host"))}
          offer={offer}
          add={add}
          remove={remove}
        />
        {linked.length > 0 && <LinkedAccounts accounts={linked} unlink={removeLink} />}
        <Sessions sessions={sessions} endOne={endOne} endOthers={endOthers} endAll={endAll} />
        <LettersCard isByMail={letters.messagesByMail} digest={instructor ? letters.digest : null} choose={choose} />
        <KeyboardCard />
        <OwnDataCard />
        <DeleteAccount remove={deleteAccount} />
      </div>
    </div>
  );
}
