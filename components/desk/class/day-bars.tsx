import { useTranslations } from "next-intl";
import type { Series } from "#domain/class/day";
import { useDayWords } from "./day-pictures.tsx";

type Props = Series & { readonly title: string; readonly days: readonly string[] };

const WIDTH = 10;
const GAP = 2;
const HEIGHT = 40;

/** One bar a day, the highest as high as the picture. */
export function DayBars({ title, kind, counts, total, days }: Props) {
  const t = useTranslations("class.days");
  const dayWords = useDayWords();
  const most = Math.max(1, ...counts);
  const isPeople = kind !== "ticked" && kind !== "proven" && kind !== "tests";
  return (
    <div className="num text-sm">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="font-semibold">{title}</span>
        <span className="text-base-content/70">
          {isPeople ? t("people", { count: total }) : t("total", { count: total })}
        </span>
      </p>
      <div className="mt-1 flex gap-2">
        <svg
          className="h-16 min-w-0 flex-1 border-base-300 border-b"
          viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {counts.map((count, place) => (
            <rect
              key={days[place]}
              x={place * WIDTH + GAP / 2}
              y={HEIGHT - (HEIGHT * count) / most}
              width={WIDTH - GAP}
              height={(HEIGHT * count) / most}
              className="fill-base-content/60 print:fill-black"
            />
          ))}
        </svg>
        <span className="w-8 shrink-0 text-base-content/70 text-xs leading-none">{most}</span>
      </div>
      <p className="mr-10 flex justify-between text-base-content/70 text-xs">
        <span>{dayWords(days[0] ?? "")}</span>
        <span>{dayWords(days.at(-1) ?? "")}</span>
      </p>
    </div>
  );
}
