import { CircleHelp, CircleX, Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Prose } from "#components/course/prose";
import { isUnspecified } from "#domain/cause/cause";
import type { CauseView } from "./cause-view.tsx";
import { SettingsLink } from "./settings-link.tsx";
import { WhatNext } from "./what-next.tsx";
import { WhereToSee } from "./where-to-see.tsx";

type Props = {
  readonly cause: CauseView;
  /** Of the heading; those inside are one deeper. */
  readonly level?: 1 | 2 | 3;
  /** `found`: this is what somebody has. `page`: a page of the catalogue. `brief`: one of several, whose title stands above it. */
  readonly look?: "found" | "page" | "brief";
};

const LOOKS = {
  wrong: { icon: CircleX, ink: "text-error", border: "border-2 border-error/60" },
  passing: { icon: Clock, ink: "text-warning", border: "border-2 border-warning/60" },
  unsaid: { icon: CircleHelp, ink: "text-base-content/70", border: "border-2 border-base-content/30" },
} as const;

const kindOf = ({ cause, retry }: CauseView): keyof typeof LOOKS =>
  isUnspecified(cause) ? "unsaid" : retry === "wait" ? "passing" : "wrong";

/** Answers four questions in order: what is wrong and what is not, what to do, where to see it, what happens next. */
export function CauseCard({ cause, level = 3, look = "found" }: Props) {
  const t = useTranslations("cause");
  const lang = useLocale() === cause.locale ? undefined : cause.locale;
  const { icon: Icon, ink, border } = LOOKS[kindOf(cause)];
  const Part = look === "brief" ? "h4" : (`h${level + 1}` as "h2" | "h3" | "h4");
  return (
    <article
      className={`overflow-hidden rounded-box bg-base-100 ${look === "found" ? border : "border border-base-300"}`}
    >
      <div className="flex items-start gap-4 p-5">
        {look === "found" && <Icon className={`mt-0.5 size-6 shrink-0 ${ink}`} aria-hidden="true" />}
        <div className="min-w-0 flex-1">
          {look !== "brief" && <Title cause={cause} level={level} lang={lang} />}
          <div className="text-base-content/80">
            <Prose tree={cause.explanation} lang={lang} />
          </div>
        </div>
      </div>
      <div className={`space-y-4 border-base-300 border-t bg-base-200/60 p-5 ${look === "found" ? "sm:pl-15" : ""}`}>
        <section className="space-y-2">
          <Part className="font-bold text-sm">{t("whatToDo")}</Part>
          <Prose tree={cause.whatToDo} lang={lang} />
        </section>
        {cause.whatNot && (
          <section className="space-y-2">
            <Part className="font-bold text-sm">{t("whatNot")}</Part>
            <Prose tree={cause.whatNot} lang={lang} />
          </section>
        )}
        <div className="flex flex-wrap gap-3 pt-1 empty:hidden">
          <WhereToSee cause={cause} isMain={look !== "brief"} />
          <SettingsLink address={cause.settings} />
        </div>
        <WhatNext cause={cause} />
      </div>
    </article>
  );
}

function Title({
  cause,
  level,
  lang,
}: Pick<Required<Props>, "cause" | "level"> & { readonly lang: string | undefined }) {
  const Heading = `h${level}` as "h1" | "h2" | "h3";
  return (
    <Heading lang={lang} className={level === 1 ? "mb-3 font-bold text-2xl sm:text-3xl" : "mb-1 font-semibold"}>
      {cause.title}
    </Heading>
  );
}
