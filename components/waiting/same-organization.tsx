import { ExternalLink, LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import type { CheckName } from "#domain/check/check";

const SETTINGS = "https://platform.openai.com/settings/organization/general";

type Props = {
  readonly check: CheckName;
  readonly organization: string | null;
  readonly project: string | null;
  readonly same: (form: FormData) => Promise<void>;
};

/** The wait is over and nothing has changed: the likeliest reason is that verification or money belongs to another organization. */
export function SameOrganization({ check, organization, project, same }: Props) {
  const t = useTranslations("wait.organization");
  const selector = check.replace(".", "_");
  const id = `organization-${check}`;
  return (
    <section aria-labelledby={id} className="border-base-300 border-t p-5 sm:pl-15">
      <h3 id={id} className="font-bold">
        {t("heading")}
      </h3>
      <p className="mt-1 max-w-prose text-base-content/85">{t("lead", { check: selector })}</p>
      <dl className="mt-4 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        <Fact name={t("ofKey")} value={organization} unsaid={t("unsaid")} />
        <Fact name={t("project")} value={project} unsaid={t("unsaid")} />
      </dl>
      <p className="mt-4 max-w-prose text-base-content/85">{t("compare")}</p>
      <a className="btn btn-quiet mt-3 min-h-11" href={SETTINGS} target="_blank" rel="noopener">
        {t("settings")} <ExternalLink className="size-4" aria-hidden="true" />
      </a>
      <h4 className="mt-5 font-bold text-sm">{t("question")}</h4>
      <div className="mt-2 space-y-3">
        <Different selector={selector} />
        <form action={same} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name="check" value={check} />
          <SubmitButton pending={t("sending")} className="btn btn-outline min-h-11" aria-describedby={`${id}-same`}>
            <LifeBuoy className="size-4" aria-hidden="true" /> {t("same")}
          </SubmitButton>
          <span id={`${id}-same`} className="text-base-content/70 text-sm">
            {t("sameHint")}
          </span>
        </form>
      </div>
    </section>
  );
}

type FactProps = { readonly name: string; readonly value: string | null; readonly unsaid: string };

function Fact({ name, value, unsaid }: FactProps) {
  return (
    <>
      <dt className="text-base-content/70">{name}</dt>
      <dd className="font-semibold">
        {value === null ? (
          <span className="font-normal text-base-content/70">{unsaid}</span>
        ) : (
          <code className="break-all">{value}</code>
        )}
      </dd>
    </>
  );
}

/** Folds out without JavaScript too. */
function Different({ selector }: { readonly selector: string }) {
  const t = useTranslations("wait.organization");
  return (
    <details className="group">
      <summary className="btn btn-outline min-h-11">{t("different")}</summary>
      <ol className="mt-3 list-decimal space-y-1 pl-5 marker:font-semibold">
        <li>{t("differentSteps.first", { check: selector })}</li>
        <li>{t("differentSteps.second")}</li>
        <li>{t("differentSteps.third")}</li>
      </ol>
      <Link className="btn btn-primary mt-3 min-h-11" href="/key">
        {t("toKey")}
      </Link>
    </details>
  );
}
