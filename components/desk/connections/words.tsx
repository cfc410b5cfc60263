import type { useTranslations } from "next-intl";
import type { AddWords } from "./add-endpoint.tsx";
import type { EditWords } from "./edit-endpoint.tsx";
import type { FieldWords } from "./endpoint-fields.tsx";
import type { MakeWords } from "./make-token.tsx";
import type { OnceWords } from "./shown-once.tsx";

type T = ReturnType<typeof useTranslations<"connections">>;

/** What the forms say that run in the browser. */
export const onceWords = (t: T, what: "secret" | "token"): OnceWords => ({
  title: t(`once.${what}`),
  warning: t("once.warning"),
  copy: t("once.copy"),
  copied: t("once.copied"),
});

const fieldWords = (t: T): FieldWords => ({
  fields: {
    name: t("add.name"),
    nameHint: t("add.nameHint"),
    url: t("add.url"),
    urlHint: t("add.urlHint"),
    events: t("add.events"),
    cohorts: t("add.cohorts"),
    cohortsHint: t("add.cohortsHint"),
    names: t("add.names"),
    namesHint: t("add.namesHint"),
  },
  refusal: {
    no_address: t("add.refusal.no_address"),
    not_https: t("add.refusal.not_https"),
    with_password: t("add.refusal.with_password"),
    own_machine: t("add.refusal.own_machine"),
    no_events: t("add.refusal.no_events"),
    no_cohorts: t("add.refusal.no_cohorts"),
    too_many: t("add.refusal.too_many"),
    too_many_endpoints: t("add.refusal.too_many_endpoints"),
  },
});

export const addWords = (t: T): AddWords => ({
  ...fieldWords(t),
  send: t("add.send"),
  saving: t("saving"),
  once: { ...onceWords(t, "secret"), toEndpoint: t("once.toEndpoint") },
});

export const editWords = (t: T): EditWords => ({
  ...fieldWords(t),
  changed: {
    title: t("edit.changed.title"),
    lead: t("edit.changed.lead"),
    load: t("edit.changed.load"),
    all: t("noCohorts"),
    names: t("hooks.names"),
    noNames: t("hooks.noNames"),
  },
  send: t("edit.send"),
  saving: t("saving"),
  cancel: t("edit.cancel"),
});

export const makeWords = (t: T): MakeWords => ({
  fields: {
    name: t("make.name"),
    nameHint: t("make.nameHint"),
    scopes: t("make.scopes"),
    days: t("make.days"),
    send: t("make.send"),
    saving: t("saving"),
  },
  refusal: {
    no_name: t("make.refusal.no_name"),
    no_scopes: t("make.refusal.no_scopes"),
    too_many_tokens: t("make.refusal.too_many_tokens"),
  },
  once: { ...onceWords(t, "token"), another: t("once.another") },
});
