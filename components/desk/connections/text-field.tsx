import type { ComponentProps } from "react";

type Props = ComponentProps<"input"> & {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly refusal: string | null;
};

/** One line, with what it is for and what is wrong with it. */
export function TextField({ id, label, hint, refusal, ...rest }: Props) {
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={`${id}-hint ${id}-refusal`}
        aria-invalid={refusal !== null}
        className={`input mt-1.5 h-12 w-full text-base ${refusal ? "input-error" : ""}`}
        {...rest}
      />
      <p id={`${id}-refusal`} role="alert" className="mt-1 text-error text-sm empty:hidden">
        {refusal}
      </p>
      <p id={`${id}-hint`} className="mt-1 text-base-content/70 text-sm">
        {hint}
      </p>
    </div>
  );
}
