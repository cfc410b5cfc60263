import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Session = {
  readonly id: string;
  readonly device: string | null;
  readonly method: "mail" | "passkey" | "google" | "oidc" | "demo";
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
};

type Action = (form: FormData) => Promise<void>;
type Props = {
  readonly sessions: readonly Session[];
  readonly endOne: Action;
  readonly endOthers: Action;
  readonly endAll: Action;
};

/** Where a person is signed in, and ways out of it. */
export function Sessions({ sessions, endOne, endOthers, endAll }: Props) {
  const t = useTranslations("account.sessions");
  return (
    <Card aria-labelledby="sessions">
      <h2 id="sessions" className="flex items-center gap-2 font-bold text-xl">
        <MonitorSmartphone className="size-5 shrink-0" aria-hidden="true" /> {t("heading")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("lead")}</p>
      <ul className="mt-3 divide-y divide-base-300">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} endOne={endOne} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        {sessions.length > 1 && (
          <form action={endOthers}>
            <SubmitButton pending={t("ending")} className="btn btn-outline min-h-11">
              {t("endOthers")}
            </SubmitButton>
          </form>
        )}
        <form action={endAll}>
          <SubmitButton pending={t("ending")} className="btn btn-quiet min-h-11">
            {t("endAll")}
          </SubmitButton>
        </form>
      </div>
    </Card>
  );
}

function SessionLine({ session, endOne }: { readonly session: Session; readonly endOne: Action }) {
  const t = useTranslations("account.sessions");
  const { id, device, method, createdAt, lastSeenAt, isThis } = session;
  const name = device ?? t("unknown");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-48 flex-1 text-sm">
        <p className="font-semibold">
          {name} {isThis && <span className="badge badge-success badge-sm">{t("this")}</span>}
        </p>
        <p className="num text-base-content/70">
          {t(`method.${method}`)}: <Moment at={createdAt} /> · {t("seen")}: <Moment at={lastSeenAt} />
        </p>
      </div>
      {!isThis && (
        <form action={endOne}>
          <input type="hidden" name="session" value={id} />
          <SubmitButton
            pending={t("ending")}
            className="btn btn-quiet min-h-11"
            aria-label={t("endNamed", { device: name })}
          >
            {t("end")}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
