import type { ComponentProps } from "react";

/** White, a hairline, no shadow. */
export function Card({ className = "p-6 sm:p-8", ...rest }: ComponentProps<"section">) {
  return <section className={`rounded-box border border-base-300 bg-base-100 ${className}`} {...rest} />;
}
