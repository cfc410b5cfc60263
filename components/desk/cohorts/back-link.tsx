import { ArrowLeft } from "lucide-react";
import Link from "next/link";

type Props = { readonly cohort: { readonly id: string; readonly name: string } };

export function BackToCohort({ cohort }: Props) {
  return (
    <Link
      href={`/desk/cohorts/${cohort.id}`}
      className="link link-hover inline-flex items-center gap-1.5 text-base-content/70 text-sm"
    >
      <ArrowLeft className="size-4" aria-hidden="true" /> {cohort.name}
    </Link>
  );
}
