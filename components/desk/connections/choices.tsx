export type Choice = { readonly value: string; readonly label: string };
type Props = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly refusal?: string | null;
};

/** Some of several, as boxes that a finger meets. */
export function Choices({ name, legend, hint, choices, chosen, refusal }: Props) {
  return (
    <fieldset aria-describedby={`${name}-refusal`}>
      <legend className="font-semibold">{legend}</legend>
      {hint && <p className="text-base-content/70 text-sm">{hint}</p>}
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            aria-invalid={refusal ? true : undefined}
            className="checkbox checkbox-sm"
          />
          <span>{label}</span>
        </label>
      ))}
      <p id={`${name}-refusal`} role="alert" className="text-error text-sm empty:hidden">
        {refusal}
      </p>
    </fieldset>
  );
}
