import { useTranslations } from "next-intl";

type Props = {
  readonly source: {
    readonly name: string;
    readonly encoding: string;
    readonly delimiter: ";" | "\t" | "," | "|";
    readonly ignored: readonly string[];
  };
};

const NAMES = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "pipe" } as const;

/** What was found about the file by itself, so that a wrong guess is seen. */
export function ImportSource({ source: { name, encoding, delimiter, ignored } }: Props) {
  const t = useTranslations("roster.import");
  return (
    <div className="mt-2 break-words text-base-content/75 text-sm">
      <p>{t("source", { name, encoding, delimiter: t(`delimiters.${NAMES[delimiter]}`) })}</p>
      {ignored.length > 0 && <p className="mt-1">{t("ignored", { columns: ignored.join(", ") })}</p>}
    </div>
  );
}
