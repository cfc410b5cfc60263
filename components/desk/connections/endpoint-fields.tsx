import { type Choice, Choices } from "./choices.tsx";
import { TextField } from "./text-field.tsx";

/** What somebody has typed and ticked, as it comes back with a refusal. */
export type EndpointWish = {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly cohorts: readonly string[];
  readonly withNames: boolean;
};
export type EndpointRefusal =
  | ("no_address" | "not_https" | "with_password" | "own_machine")
  | ("no_events" | "no_cohorts" | "too_many" | "too_many_endpoints");
export type FieldWords = {
  readonly fields: Readonly<
    Record<
      "name" | "nameHint" | "url" | "urlHint" | "events" | "cohorts" | "cohortsHint" | "names" | "namesHint",
      string
    >
  >;
  readonly refusal: Readonly<Record<EndpointRefusal, string>>;
};
type Props = {
  readonly wish: EndpointWish;
  readonly refusal: EndpointRefusal | null;
  readonly when?: string | undefined;
  readonly events: readonly Choice[];
  readonly cohorts: readonly Choice[];
  readonly words: FieldWords;
};

/** Where an endpoint is and what it is told: the same for a new one and for one that is changed. */
export function EndpointFields({ wish, refusal, when, events, cohorts, words: { fields, refusal: refusals } }: Props) {
  const said = refusal && `${refusals[refusal]} ${when ?? ""}`;
  const isOfChoices = refusal === "no_events" || refusal === "no_cohorts";
  return (
    <>
      <TextField
        id="url"
        name="url"
        type="url"
        inputMode="url"
        autoComplete="off"
        maxLength={1000}
        label={fields.url}
        hint={fields.urlHint}
        defaultValue={wish.url}
        refusal={isOfChoices ? null : said}
      />
      <TextField
        id="about"
        name="about"
        autoComplete="off"
        maxLength={80}
        label={fields.name}
        hint={fields.nameHint}
        defaultValue={wish.name}
        refusal={null}
      />
      <Choices
        name="event"
        legend={fields.events}
        choices={events}
        chosen={wish.events}
        refusal={refusal === "no_events" ? said : null}
      />
      <Choices
        name="cohort"
        legend={fields.cohorts}
        hint={fields.cohortsHint}
        choices={cohorts}
        chosen={wish.cohorts}
        refusal={refusal === "no_cohorts" ? said : null}
      />
      <div>
        <label className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
          <input
            type="checkbox"
            name="names"
            value="yes"
            defaultChecked={wish.withNames}
            aria-describedby="names-hint"
            className="checkbox checkbox-sm"
          />
          <span>{fields.names}</span>
        </label>
        <p id="names-hint" className="text-base-content/70 text-sm">
          {fields.namesHint}
        </p>
      </div>
    </>
  );
}
