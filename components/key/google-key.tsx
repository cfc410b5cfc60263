import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { DeleteKey } from "./delete-key.tsx";
import { DemoKeys } from "./demo-keys.tsx";
import { KeyForm } from "./key-form.tsx";
import type { KeyFormWords } from "./key-form-words.tsx";
import { StoredKeyCard } from "./stored-key-card.tsx";

type Props = {
  readonly storedKey: { readonly kind: string; readonly storedAt: Date } | null;
  readonly token: string;
  readonly words: KeyFormWords;
  readonly demo: readonly { readonly key: string; readonly meaning: string }[];
  /** The lesson that shows where a Gemini key comes from. */
  readonly lesson: string | null;
  readonly remove: (form: FormData) => Promise<void>;
};

/** The other way: a Gemini key, for whoever cannot pay or be verified at OpenAI. */
export function GoogleKey({ storedKey, token, words, demo, lesson, remove }: Props) {
  const t = useTranslations("key");
  return (
    <section aria-labelledby="google" className="space-y-5 pt-6">
      <div>
        <h2 id="google" className="scroll-mt-24 font-bold text-2xl">
          {t("google.heading")}
        </h2>
        <p className="mt-1 max-w-prose text-base-content/75">{t("google.lead")}</p>
      </div>
      {storedKey && <StoredKeyCard storedKey={storedKey} />}
      <Card aria-labelledby="google-form">
        <h3 id="google-form" className="font-bold text-xl">
          {t(storedKey ? "google.replaceHeading" : "google.pasteHeading")}
        </h3>
        <KeyForm provider="google" token={token} words={words} mustConfirm={false} isReplacing />
        {demo.length > 0 && <DemoKeys provider="google" keys={demo} />}
        <p className="mt-5 flex flex-wrap gap-x-5 gap-y-2">
          <a
            className="link link-primary inline-flex items-center gap-1.5 font-medium"
            href="https://aistudio.google.com/apikey"
            target="_blank"
            rel="noopener"
          >
            {t("google.atGoogle")} <ExternalLink className="size-4" aria-hidden="true" />
          </a>
          {lesson && (
            <Link className="link link-primary font-medium" href={lesson}>
              {t("google.toLesson")}
            </Link>
          )}
        </p>
      </Card>
      {storedKey && <DeleteKey provider="google" remove={remove} />}
    </section>
  );
}
