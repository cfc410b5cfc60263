import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Action = (form: FormData) => Promise<void>;
type Props = {
  readonly cohortId: string;
  readonly meetings: readonly Date[];
  readonly add: Action;
  readonly drop: Action;
};

export function Meetings({ cohortId, meetings, add, drop }: Props) {
  const t = useTranslations("cohorts");
  return (
    <div className="mt-6 border-base-300 border-t pt-5">
      <h3 className="font-semibold">{t("meetings")}</h3>
      {meetings.length === 0 && <p className="mt-1 text-base-content/75 text-sm">{t("noMeetings")}</p>}
      <ul className="num mt-2 divide-y divide-base-300">
        {meetings.map((at) => (
          <li key={at.toISOString()} className="flex items-center justify-between gap-3 py-1.5">
            <Moment at={at} />
            <DropMeeting cohortId={cohortId} at={at} drop={drop} />
          </li>
        ))}
      </ul>
      <form action={add} className="mt-3 flex flex-wrap items-end gap-3">
        <input type="hidden" name="cohort" value={cohortId} />
        <label className="font-semibold text-sm">
          {t("meetingAt")}
          <input type="datetime-local" name="at" required className="input num mt-1.5 h-12 w-full text-base" />
        </label>
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-12">
          {t("addMeeting")}
        </SubmitButton>
      </form>
    </div>
  );
}

function DropMeeting({ cohortId, at, drop }: { readonly cohortId: string; readonly at: Date; readonly drop: Action }) {
  const t = useTranslations("cohorts");
  const format = useFormatter();
  return (
    <form action={drop}>
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="at" value={at.toISOString()} />
      <SubmitButton
        pending={t("saving")}
        className="btn btn-quiet min-h-11"
        aria-label={t("dropMeetingOf", { at: format.dateTime(at, { dateStyle: "short", timeStyle: "short" }) })}
      >
        {t("dropMeeting")}
      </SubmitButton>
    </form>
  );
}
