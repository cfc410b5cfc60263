import { SubmitButton } from "#components/ui/submit-button";
import type { Locale } from "#domain/course/course";

export type Preview = {
  readonly userId: string;
  readonly name: string;
  readonly position: number;
  readonly count: number;
  readonly locale: Locale;
  readonly isByMail: boolean;
  readonly isRefusing: boolean;
  readonly from: string | null;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly unsubscribe: string;
};

export type PreviewWords = Readonly<
  Record<
    | "shown"
    | "position"
    | "person"
    | "show"
    | "previous"
    | "next"
    | "from"
    | "fromSettings"
    | "to"
    | "subjectLine"
    | "unsubscribe"
    | "noMail"
    | "refusing"
    | "frame"
    | "text"
    | "dead",
    string
  >
>;

type Props = {
  readonly preview: Preview;
  readonly people: readonly { readonly userId: string; readonly name: string }[];
  readonly says: PreviewWords;
};

/** The very letter that one reader would get, in a frame that runs nothing, and a way through all the readers. */
export function LetterPreview({ preview, people, says }: Props) {
  const filled = (text: string) =>
    text
      .replace("{at}", String(preview.position))
      .replace("{count}", String(preview.count))
      .replace("{name}", () => preview.name);
  const lines = [
    { label: says.from, value: preview.from ?? says.fromSettings },
    { label: says.to, value: preview.to },
    { label: says.subjectLine, value: preview.subject, lang: preview.locale },
    { label: says.unsubscribe, value: preview.unsubscribe },
  ];
  return (
    <section
      aria-label={filled(says.shown)}
      className="rounded-box border-base-300 bg-base-200/60 [overflow-wrap:anywhere] max-sm:bg-transparent sm:border sm:p-5"
    >
      <p role="status" className="num text-base-content/75 text-sm">
        {filled(says.position)}
      </p>
      {preview.count > 1 ? (
        <Chooser {...{ preview, people, says }} />
      ) : (
        <input type="hidden" name="person" value={preview.userId} />
      )}
      {!preview.isByMail && <p className="mt-3 font-medium">{filled(says.noMail)}</p>}
      {preview.isRefusing && <p className="mt-3 font-medium text-error">{filled(says.refusing)}</p>}
      <dl className="mt-4 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
        {lines.map(({ label, value, lang }) => (
          <div key={label} className="contents">
            <dt className="text-base-content/70">{label}</dt>
            <dd lang={lang} className="mb-1.5 font-medium sm:mb-0">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <iframe
        key={preview.userId}
        title={filled(says.frame)}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={preview.html}
        className="mt-4 h-[34rem] w-full rounded-box border border-base-300 bg-white"
      />
      <p className="mt-2 text-base-content/70 text-sm">{says.dead}</p>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">{says.text}</summary>
        <pre
          lang={preview.locale}
          className="whitespace-pre-wrap rounded-box border border-base-300 bg-base-100 p-4 font-sans text-sm"
        >
          {preview.text}
        </pre>
      </details>
    </section>
  );
}

/** Forwards, backwards, or straight to somebody. */
function Chooser({ preview, people, says }: Props) {
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3">
      <label className="grow sm:max-w-xs">
        <span className="mb-1 block font-medium text-sm">{says.person}</span>
        <select
          key={preview.userId}
          name="person"
          defaultValue={preview.userId}
          className="select h-11 w-full text-base"
        >
          {people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {(["show", "previous", "next"] as const).map((act) => (
        <SubmitButton key={act} name="act" value={act} pending="…" className="btn btn-outline min-h-11">
          {says[act]}
        </SubmitButton>
      ))}
    </div>
  );
}
