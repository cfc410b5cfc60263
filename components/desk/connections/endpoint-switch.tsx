import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type EndpointStanding, standingOf } from "./endpoint-state.tsx";

type Action = (form: FormData) => Promise<void>;
type Props = {
  readonly endpoint: EndpointStanding & { readonly id: string; readonly offBecause: "gone" | "failing" | null };
  readonly sendTrial: Action;
  readonly pause: Action;
  /** What else can be done. */
  readonly children: ReactNode;
};

/** Why nothing is sent, where nothing is; and the ways to try, to pause and to go on. */
export function EndpointSwitch({ endpoint, sendTrial, pause, children }: Props) {
  const t = useTranslations("connections");
  const standing = standingOf(endpoint);
  const isSending = standing === "active" || standing === "failing";
  const { id, offAt, offBecause } = endpoint;
  const turn = standing === "off" ? "turnOn" : isSending ? "pause" : "resume";
  return (
    <>
      {offAt && offBecause && (
        <Notice look="error">
          <p>
            {t(`off.${offBecause}`)} {t("off.again")}
          </p>
          <p className="num mt-1 text-sm">
            {t("off.since")} <Moment at={offAt} />
          </p>
        </Notice>
      )}
      {standing === "paused" && <Notice look="info">{t("endpoint.paused")}</Notice>}
      <div className="mt-4 flex flex-wrap gap-2">
        {isSending && (
          <form action={sendTrial}>
            <input type="hidden" name="endpoint" value={id} />
            <SubmitButton pending={t("saving")} className="btn btn-primary min-h-11">
              {t("endpoint.trial")}
            </SubmitButton>
          </form>
        )}
        <form action={pause}>
          <input type="hidden" name="endpoint" value={id} />
          <input type="hidden" name="paused" value={isSending ? "yes" : "no"} />
          <SubmitButton pending={t("saving")} className={`btn min-h-11 ${isSending ? "btn-outline" : "btn-primary"}`}>
            {t(`endpoint.${turn}`)}
          </SubmitButton>
        </form>
        {children}
      </div>
    </>
  );
}
