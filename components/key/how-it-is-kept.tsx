import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";

const SENTENCES = ["how1", "how2", "how3", "how4", "how5"] as const;
const PROJECT = ["project1", "project2", "project3"] as const;

/** How the key is kept, in five sentences, and how to make one that can do little harm. */
export function HowItIsKept({ film }: { readonly film: string | null }) {
  const t = useTranslations("key");
  return (
    <Card aria-labelledby="how">
      <h2 id="how" className="font-bold text-xl">
        {t("howHeading")}
      </h2>
      <ol className="mt-3 list-decimal space-y-2 pl-5 marker:font-semibold">
        {SENTENCES.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ol>
      <h3 className="mt-6 font-bold">{t("projectHeading")}</h3>
      <ol className="mt-2 list-decimal space-y-2 pl-5 marker:font-semibold">
        {PROJECT.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <Outside href="https://platform.openai.com/settings/organization/projects">{t("projectsAtOpenAi")}</Outside>
        <Outside href="https://platform.openai.com/api-keys">{t("atOpenAi")}</Outside>
        {film && (
          <Link className="link link-primary font-medium" href={film}>
            {t("fixInFilm")}
          </Link>
        )}
      </p>
    </Card>
  );
}

function Outside({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a
      className="link link-primary inline-flex items-center gap-1.5 font-medium"
      href={href}
      target="_blank"
      rel="noopener"
    >
      {children} <ExternalLink className="size-4" aria-hidden="true" />
    </a>
  );
}
