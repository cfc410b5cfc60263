import { ImageOff } from "lucide-react";
import type { ComponentProps } from "react";

type Props = ComponentProps<"img"> & { readonly "data-missing"?: string };

/** A picture of a page with a hairline around it; in the place of a missing one stands what it would have shown. */
export function Picture({ "data-missing": missing, alt = "", ...rest }: Props) {
  if (missing !== undefined) return <MissingPicture name={missing} alt={alt} />;
  // biome-ignore lint/performance/noImgElement: a page's own pictures are served as they are, with their size
  return <img {...rest} alt={alt} className="h-auto max-w-full rounded-field border border-base-300 bg-base-100" />;
}

function MissingPicture({ name, alt }: { name: string; alt: string }) {
  return (
    <span className="flex items-center gap-3 rounded-field border border-base-300 border-dashed p-4 text-sm">
      <ImageOff className="size-5 shrink-0 text-base-content/60" aria-hidden="true" />
      <span className="min-w-0">
        {alt && <span className="block">{alt}</span>}
        <span className="block break-all font-mono text-base-content/70 text-xs">{name}</span>
      </span>
    </span>
  );
}
