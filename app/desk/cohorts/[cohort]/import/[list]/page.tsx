import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { BackToCohort } from "#components/desk/cohorts/back-link";
import { ImportProgress } from "#components/roster/import-progress";
import { ImportReview, KINDS } from "#components/roster/import-review";
import { importOf } from "#server/roster/queries";
import { requireManager } from "#server/viewer";
import { liveCohortOf } from "../../cohort.ts";
import { confirm, drop } from "./actions.ts";

type Props = {
  params: Promise<{ cohort: string; list: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
};

const ListId = z.uuid();

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("import") };
}

export default async function ListPage({ params, searchParams }: Props) {
  const manager = await requireManager();
  const cohort = await liveCohortOf(manager, params);
  const [{ list }, { show }] = await Promise.all([params, searchParams]);
  const id = ListId.safeParse(list);
  const found = id.success ? await importOf(manager, id.data, new Date()) : null;
  if (!found || found.cohort.id !== cohort.id) redirect(`/desk/cohorts/${cohort.id}/import?said=not_found`);
  const { diff } = found;
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <BackToCohort cohort={cohort} />
      {diff ? (
        <ImportReview
          list={{ ...found, diff }}
          show={KINDS.find((kind) => kind === show) ?? null}
          confirm={confirm}
          drop={drop}
        />
      ) : (
        <ImportProgress list={found} />
      )}
    </div>
  );
}
