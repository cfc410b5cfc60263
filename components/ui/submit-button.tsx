"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFormStatus } from "react-dom";

type Props = Omit<ComponentProps<"button">, "type"> & { readonly pending: ReactNode };

/** Submits its form; while that is under way it says so and takes no second click. */
export function SubmitButton({ pending, children, ...rest }: Props) {
  const status = useFormStatus();
  return (
    <button
      type="submit"
      aria-disabled={status.pending}
      {...rest}
      onClick={(event) => status.pending && event.preventDefault()}
    >
      {status.pending ? (
        <>
          <span className="loading loading-spinner loading-sm" aria-hidden="true" />
          {pending}
        </>
      ) : (
        children
      )}
    </button>
  );
}
