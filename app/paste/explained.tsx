import { getTranslations } from "next-intl/server";
import { CauseCard } from "#components/cause/cause-card";
import { AnswerView, type HiddenCounts } from "#components/paste/answer-view";
import { Candidates } from "#components/paste/candidates";
import { Evidence } from "#components/paste/evidence";
import { UnknownAnswer } from "#components/paste/unknown-answer";
import { UnsaidAnswer } from "#components/paste/unsaid-answer";
import type { CauseId } from "#domain/cause/cause";
import { DETAILED_TOOLS, isDetailedTool } from "#domain/cause/details";
import type { Diagnosis } from "#domain/diagnosis/diagnosed";
import { strangerIn, type Verdict, verdictOf } from "#domain/paste/verdict";
import { causePageFor, isCatalogued, toolPage } from "#server/course/queries";
import type { Reading } from "#server/paste/commands";
import type { Viewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { NextSteps } from "./next-steps.tsx";

type Props = {
  readonly paster: Viewer | null;
  readonly reading: Reading;
  readonly hidden: HiddenCounts;
  readonly isCut: boolean;
};

/** What a pasted message means, as far as it says so itself. */
export async function Explained({ paster, reading: { diagnosis, read }, hidden, isCut }: Props) {
  const verdict = await shownOf(paster, verdictOf(diagnosis));
  const speaker = strangerIn(diagnosis);
  const t = await getTranslations("paste.answer");
  const headings = {
    cause: t(verdict.kind === "cause" && verdict.isSure ? "sure" : "likely"),
    unsaid: t("unsaid"),
    unknown: speaker ? t("foreign", { speaker }) : t("unknown"),
  };
  return (
    <AnswerView heading={headings[verdict.kind]} hidden={hidden} readOnly={isCut ? read.length : null}>
      {verdict.kind === "cause" && <Cause paster={paster} verdict={verdict} diagnosis={diagnosis} />}
      {verdict.kind === "unsaid" && <Unsaid paster={paster} verdict={verdict} diagnosis={diagnosis} />}
      {verdict.kind === "unknown" && <UnknownAnswer isForeign={speaker !== null} mayTest={paster?.student != null} />}
      <NextSteps paster={paster} message={read} verdict={verdict} />
    </AnswerView>
  );
}

/** A cause without a page, and one of a provider that this portal does not offer, says nothing to anybody. */
async function shownOf(paster: Viewer | null, verdict: Verdict): Promise<Verdict> {
  if (verdict.kind !== "cause") return verdict;
  return (await pageOf(paster, verdict.cause)) ? verdict : { kind: "unknown" };
}

const pageOf = async (paster: Viewer | null, cause: CauseId) =>
  isCatalogued(cause) ? causePageFor(paster, await currentLocale(), cause) : null;

type Part<Kind extends Verdict["kind"]> = {
  readonly paster: Viewer | null;
  readonly verdict: Extract<Verdict, { kind: Kind }>;
  readonly diagnosis: Diagnosis;
};

async function Cause({ paster, verdict, diagnosis }: Part<"cause">) {
  const [t, page, others] = await Promise.all([
    getTranslations("paste.answer"),
    pageOf(paster, verdict.cause),
    briefly(paster, verdict.others),
  ]);
  const speaker = strangerIn(diagnosis);
  return (
    <>
      {speaker && <p className="font-semibold">{t("foreign", { speaker })}.</p>}
      {page && <CauseCard cause={page} />}
      <Evidence words={diagnosis.evidence.map(({ words }) => words)} />
      <Candidates heading={t("others")} causes={others} />
    </>
  );
}

async function Unsaid({ paster, verdict, diagnosis }: Part<"unsaid">) {
  const [t, candidates, tools] = await Promise.all([
    getTranslations("paste.answer"),
    briefly(paster, verdict.candidates),
    toolsFor(diagnosis),
  ]);
  return (
    <UnsaidAnswer tools={tools}>
      <Candidates heading={t("candidates")} causes={candidates} />
    </UnsaidAnswer>
  );
}

async function briefly(paster: Viewer | null, causes: readonly CauseId[]) {
  const pages = await Promise.all(causes.map((cause) => pageOf(paster, cause)));
  return pages
    .filter((page) => page !== null)
    .map((page) => ({ id: page.cause, title: page.title, card: <CauseCard cause={page} look="brief" /> }));
}

/** Where the details are: in the program that speaks; in one of them where none can be told; nowhere that we could show. */
async function toolsFor({ tool }: Diagnosis) {
  const locale = await currentLocale();
  const shown = isDetailedTool(tool) ? [tool] : tool === null ? DETAILED_TOOLS : [];
  const pages = await Promise.all(shown.map((name) => toolPage(locale, name)));
  return pages.filter((page) => page !== null);
}
