import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";

type Props = {
  readonly resolved: { readonly count: number; readonly lastName: string | null; readonly lastAt: Date | null };
};

/** What has come to an end in the last day. */
export function Solved({ resolved }: Props) {
  const t = useTranslations("desk");
  if (resolved.count === 0) return null;
  return (
    <p className="num mt-6 flex items-center gap-2 text-base-content/70 text-sm">
      <Check className="size-4 text-success" aria-hidden="true" />
      {t("resolvedToday", { count: resolved.count })}{" "}
      {resolved.lastName && resolved.lastAt && (
        <>
          {t("resolvedLast")} {resolved.lastName}, <Moment at={resolved.lastAt} />
        </>
      )}
    </p>
  );
}
