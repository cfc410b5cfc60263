import { Eye, Mail } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RefusedMail } from "#components/desk/person/refused-mail";
import { Card } from "#components/ui/card";
import { Lapse } from "#components/ui/lapse";
import { Moment } from "#components/ui/moment";

type Props = {
  readonly student: {
    readonly id: string;
    readonly email: string;
    readonly cohort: string;
    readonly firstSignedInAt: Date | null;
    readonly lastActiveAt: Date | null;
    readonly mailRefusedAt: Date | null;
    readonly mailRefusedStatus: string | null;
  };
  readonly keyStoredAt: Date | null;
};

export function PersonFacts({ student, keyStoredAt }: Props) {
  const t = useTranslations();
  return (
    <Card className="p-5">
      <dl className="num space-y-3 text-sm">
        <Fact label={t("desk.person.cohort")}>{student.cohort}</Fact>
        <Fact label={t("desk.person.email")}>
          <a className="link link-primary break-all" href={`mailto:${student.email}`}>
            {student.email}
          </a>
          <RefusedMail at={student.mailRefusedAt} status={student.mailRefusedStatus} />
        </Fact>
        <Fact label={t("desk.person.firstSignedIn")}>
          {student.firstSignedInAt ? <Moment at={student.firstSignedInAt} /> : t("time.never")}
        </Fact>
        <Fact label={t("desk.person.lastActive")}>
          {student.lastActiveAt ? <Lapse since={student.lastActiveAt} form="ago" /> : t("time.never")}
        </Fact>
        <Fact label={t("desk.person.key")}>{keyStoredAt ? <Moment at={keyStoredAt} /> : t("desk.person.keyNone")}</Fact>
      </dl>
      <a className="btn btn-outline btn-sm mt-4 min-h-11 w-full" href={`mailto:${student.email}`}>
        <Mail className="size-4" aria-hidden="true" /> {t("desk.person.write")}
      </a>
      <Link
        className="btn btn-outline btn-sm mt-2 min-h-11 w-full"
        href={`/desk/students/${student.id}/as`}
        prefetch={false}
      >
        <Eye className="size-4" aria-hidden="true" /> {t("seeAs.open")}
      </Link>
    </Card>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-base-content/70">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
