import { Check, Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { HandledForm, type Mark } from "./handled-form.tsx";

export type Entry = {
  readonly id: string;
  readonly studentId: string;
  readonly name: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly handledAt: Date | null;
  readonly picture: { readonly width: number; readonly height: number } | null;
};
type Props = { readonly entry: Entry; readonly isCheckedSince: boolean; readonly mark: Mark };

/** What one student says, and what they saw. */
export function ScreenEntry({ entry, isCheckedSince, mark }: Props) {
  const t = useTranslations("screens.desk");
  const { id, studentId, name, text, createdAt, handledAt, picture } = entry;
  return (
    <li className="p-5" aria-labelledby={`screen-${id}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p id={`screen-${id}`}>
          <Link className="link link-hover font-semibold" href={`/desk/students/${studentId}`}>
            {name}
          </Link>{" "}
          <span className="num text-base-content/70 text-sm">
            <Moment at={createdAt} />
          </span>
        </p>
        <HandledForm reports={[entry]} isHandled={handledAt === null} mark={mark} dress="btn-quiet">
          {handledAt ? (
            <Undo2 className="size-4" aria-hidden="true" />
          ) : (
            <Check className="size-4" aria-hidden="true" />
          )}
          {t(handledAt ? "reopen" : "mark")}
          <span className="sr-only">: {name}</span>
        </HandledForm>
      </div>
      {text ? (
        <p className="mt-1 max-w-prose whitespace-pre-wrap break-words">{text}</p>
      ) : (
        <p className="mt-1 text-base-content/70 text-sm">{t(picture ? "onlyPicture" : "pictureGone")}</p>
      )}
      {picture && <ScreenPicture id={id} name={name} {...picture} />}
      {handledAt && (
        <p className="num mt-2 text-base-content/70 text-sm">
          {t("handledOn")} <Moment at={handledAt} />
        </p>
      )}
      {isCheckedSince && <p className="mt-2 text-info text-sm">{t("checkedSince")}</p>}
    </li>
  );
}

type PictureProps = { readonly id: string; readonly name: string; readonly width: number; readonly height: number };

/** Small in the list, and as large as it is behind it. */
function ScreenPicture({ id, name, width, height }: PictureProps) {
  const t = useTranslations("screens.desk");
  const address = `/api/screens/${id}`;
  return (
    <a href={address} target="_blank" rel="noreferrer" className="mt-3 inline-block max-w-full">
      {/* biome-ignore lint/performance/noImgElement: only its instructors may load it */}
      <img
        src={address}
        alt={t("pictureOf", { name })}
        width={width}
        height={height}
        loading="lazy"
        className="h-auto max-h-72 w-auto max-w-full rounded-field border border-base-300"
      />
    </a>
  );
}
