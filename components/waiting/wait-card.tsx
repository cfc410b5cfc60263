import { Clock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import type { CheckName } from "#domain/check/check";
import { type Module, stepProvedBy } from "#domain/course/course";
import { WaitClock } from "./wait-clock.tsx";

export type WaitView = { readonly check: CheckName; readonly looks: readonly Date[] };

type Props = { readonly waits: readonly WaitView[]; readonly module: Module };

/** On the home page: what the portal is waiting for on the student's behalf, and when it looks again. */
export function WaitCards({ waits, module }: Props) {
  return waits.map((wait) => <WaitCard key={wait.check} wait={wait} module={module} />);
}

function WaitCard({ wait: { check, looks }, module }: { readonly wait: WaitView; readonly module: Module }) {
  const t = useTranslations("wait");
  const step = stepProvedBy(module, check);
  const id = `wait-${check}`;
  return (
    <Card className="mt-6 flex items-start gap-4 border-warning/60 p-5" aria-labelledby={id}>
      <Clock className="mt-0.5 size-6 shrink-0 text-warning" aria-hidden="true" />
      <div className="min-w-0">
        <h2 id={id} className="font-bold">
          {t("cardTitle")}
        </h2>
        {step && <p className="text-base-content/80">{t("cardStep", { step: step.title })}</p>}
        <WaitClock looks={looks} className="mt-2 text-warning" />
        <Link className="link link-primary mt-3 inline-block font-semibold text-sm" href="/test">
          {t("toTest")}
        </Link>
      </div>
    </Card>
  );
}
