import { z } from "zod";
import type { EndpointWish } from "#components/desk/connections/endpoint-fields";
import { WEBHOOK_EVENTS } from "#domain/webhook/event";
import type { Endpoint } from "#server/webhook/queries";

const WishForm = z.object({
  name: z.string().trim().max(80),
  url: z.string().trim().max(2_000),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  cohorts: z.array(z.uuid()).max(500),
  withNames: z.boolean(),
});

/** What a form says of an endpoint, a new one or one that is changed. */
export const wishIn = (form: FormData) =>
  WishForm.parse({
    name: form.get("about") ?? "",
    url: form.get("url") ?? "",
    events: form.getAll("event"),
    cohorts: form.getAll("cohort"),
    withNames: form.get("names") === "yes",
  });

/** What a form shows of an endpoint that is there. */
export const wishOf = ({ name, url, events, cohortIds, withNames }: Endpoint): EndpointWish => ({
  ...{ url, events, withNames },
  name: name ?? "",
  cohorts: cohortIds,
});
