import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Deliveries } from "#components/message/deliveries";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { messageOf } from "#server/message/queries";
import { requireInstructor } from "#server/viewer";
import { again } from "./actions.ts";

type Props = { params: Promise<{ message: string }>; searchParams: Promise<{ again?: string | string[] }> };

/** The message if one of its readers is in the viewer's cohorts. */
async function messageIn(params: Props["params"]) {
  const instructor = await requireInstructor();
  const id = z.uuid().safeParse((await params).message);
  return id.success ? messageOf(instructor, id.data) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await messageIn(params))?.subject ?? null };
}

export default async function MessageLogPage({ params, searchParams }: Props) {
  const message = await messageIn(params);
  if (!message) notFound();
  const [t, { message: id }, { again: said }] = [await getTranslations("sent"), await params, await searchParams];
  const count = typeof said === "string" && /^\d{1,4}$/.test(said) ? Number(said) : null;
  const texts = [
    { lang: "pl", subject: message.subject, body: message.body },
    { lang: "en", subject: message.subjectEn, body: message.bodyEn },
  ].filter(({ body }) => body !== null);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <Link href="/desk/messages" className="link link-hover inline-flex min-h-11 items-center gap-1.5 text-sm">
        <ArrowLeft className="size-4" aria-hidden="true" /> {t("title")}
      </Link>
      <h1 className="mt-2 font-bold text-3xl">{message.subject}</h1>
      <p className="num mt-1 text-base-content/70">
        {message.sender ?? t("nobody")} · <Moment at={message.createdAt} />
      </p>
      {said && (
        <div className="mt-4">
          <Notice look={count === null ? "error" : "success"}>
            {count === null ? t("againLater") : t("againSaid", { count })}
          </Notice>
        </div>
      )}
      {texts.map(({ lang, subject, body }) => (
        <Card key={lang} className="mt-6 p-6">
          <div lang={lang}>
            {texts.length > 1 && <h2 className="mb-2 font-bold">{subject}</h2>}
            <p className="whitespace-pre-wrap break-words">{body}</p>
          </div>
        </Card>
      ))}
      <Deliveries messageId={id} deliveries={message.deliveries} again={again} />
    </div>
  );
}
