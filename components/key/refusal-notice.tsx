import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { googleRefusalSentence, refusalSentence } from "./refusal-sentence.tsx";

type Props = { readonly query: Readonly<Record<string, string | string[] | undefined>>; readonly film: string | null };

const one = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

/** Why a key was not taken, where the form was sent without JavaScript. Of what was pasted it knows nothing. */
export function KeyRefusalNotice({ query, film }: Props) {
  const t = useTranslations("key");
  const code = one(query.refusal);
  if (code === "") return null;
  const refusal = { code, provider: one(query.provider), character: one(query.character) };
  const isGoogle = one(query.field) === "google";
  const sentence = isGoogle ? googleRefusalSentence : refusalSentence;
  const words = code === "confirm" ? t("confirmUnknown") : sentence(t, refusal);
  return (
    <Notice look={code === "confirm" ? "info" : "error"}>
      <p>{words}</p>
      {film && !isGoogle && (
        <Link className="link link-primary mt-1 inline-block font-medium" href={film}>
          {t("fixInFilm")}
        </Link>
      )}
    </Notice>
  );
}
