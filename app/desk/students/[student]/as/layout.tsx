import { Eye } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { lookedAt } from "./looked-at.ts";

type Props = { readonly children: ReactNode; readonly params: Promise<{ student: string }> };

/** Says on every page that one looks at somebody else's, and leads back. */
export default async function AsLayout({ children, params }: Props) {
  const student = await lookedAt(params);
  if (!student) notFound();
  const t = await getTranslations("seeAs");
  return (
    <>
      <p
        role="status"
        className="sticky top-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-1 border-warning/50 border-b bg-base-100 px-4 py-2 sm:px-6"
      >
        <Eye className="size-5 shrink-0 text-warning" aria-hidden="true" />
        <span className="font-semibold">{t("banner", { name: student.name })}</span>
        <span className="text-base-content/70 text-sm">{t("readOnly")}</span>
        <Link href={`/desk/students/${student.id}`} className="btn btn-outline btn-sm ml-auto min-h-11">
          {t("end")}
        </Link>
      </p>
      {children}
    </>
  );
}
