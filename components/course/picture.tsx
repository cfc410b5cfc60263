import { ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

type Props = ComponentProps<"img"> & { readonly "data-missing"?: string; readonly "data-linked"?: string };

/** A picture of a page with a hairline around it, which opens large; in the place of a missing one stands what it would have shown. */
export function Picture({ "data-missing": missing, "data-linked": linked, alt = "", src, ...rest }: Props) {
  const t = useTranslations("page");
  if (missing !== undefined) return <MissingPicture name={missing} alt={alt} />;
  const image = (
    // biome-ignore lint/performance/noImgElement: a page's own pictures are served as they are, with their size
    <img {...rest} src={src} alt={alt} className="h-auto max-w-full rounded-field border border-base-300 bg-base-100" />
  );
  if (linked !== undefined || !src) return image;
  return (
    <a href={String(src)} data-zoom="" className="inline-block max-w-full cursor-zoom-in rounded-field">
      {image}
      <span className="sr-only">{t("enlarge")}</span>
    </a>
  );
}

function MissingPicture({ name, alt }: { name: string; alt: string }) {
  return (
    <span
      role="img"
      aria-label={alt || name}
      className="flex items-center gap-3 rounded-field border border-base-300 border-dashed p-4 text-sm"
    >
      <ImageOff className="size-5 shrink-0 text-base-content/60" aria-hidden="true" />
      <span className="min-w-0">
        {alt && <span className="block">{alt}</span>}
        <span className="block break-all font-mono text-base-content/70 text-xs">{name}</span>
      </span>
    </span>
  );
}
