import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";

export const DEEDS_DONE = [
  ...(["taken", "released", "snoozed", "woken", "resolved", "noted", "messaged", "waived"] as const),
  ...(["undone", "too_late", "nobody", "too_many", "no_words"] as const),
] as const;

export type Did = {
  readonly did: (typeof DEEDS_DONE)[number];
  readonly count: number;
  /** Who has got on meanwhile, and who is in a colleague's hands. */
  readonly gone: number;
  readonly others: number;
  /** When, in milliseconds: by this it is taken back. */
  readonly at: number;
};

type Props = {
  readonly done: Did;
  readonly back: string;
  /** Whose page it stands on. */
  readonly person?: string;
  readonly takeBack: (form: FormData) => Promise<void>;
};

const UNDOABLE: ReadonlySet<string> = new Set(["taken", "snoozed", "resolved"]);
const REFUSALS: ReadonlySet<string> = new Set(["nobody", "too_many", "no_words", "too_late"]);

/** What became of the last thing that was done with several people, and the way back. */
export function DidNotice({ done: { did, count, gone, others, at }, back, person, takeBack }: Props) {
  const t = useTranslations("deskDone");
  const isRefusal = REFUSALS.has(did) || (count === 0 && did !== "undone");
  return (
    <Notice look={isRefusal ? "error" : "success"}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          {t(did, { count })} {others > 0 && t(did === "released" ? "notYours" : "others", { count: others })}{" "}
          {gone > 0 && t("gone", { count: gone })}
        </p>
        {count > 0 && UNDOABLE.has(did) && (
          <form action={takeBack}>
            <input type="hidden" name="did" value={did} />
            <input type="hidden" name="at" value={at} />
            <input type="hidden" name="back" value={back} />
            {person && <input type="hidden" name="person" value={person} />}
            <SubmitButton pending={t("undoing")} className="btn btn-quiet min-h-11">
              {t("undo")}
            </SubmitButton>
          </form>
        )}
      </div>
    </Notice>
  );
}
