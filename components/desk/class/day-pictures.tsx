import { useFormatter, useTranslations } from "next-intl";
import type { Series } from "#domain/class/day";
import { DayBars } from "./day-bars.tsx";
import { Picture } from "./picture.tsx";

type Named = Series & { readonly title: string };
type Props = { readonly days: readonly string[]; readonly series: readonly Named[]; readonly none: string };

const MOST_PICTURES = 6;

/** Small pictures of one kind each under one another's days; where there are many kinds, of the most frequent. */
export function DayPictures({ days, series, none }: Props) {
  const t = useTranslations("class.days");
  const dayWords = useDayWords();
  if (series.length === 0) return <p className="mt-4">{none}</p>;
  const sentences = series.slice(0, MOST_PICTURES).map(({ title, counts }) => {
    const most = Math.max(...counts);
    return t("picture", { title, most, day: dayWords(days[counts.indexOf(most)] ?? "") });
  });
  return (
    <>
      <Picture words={sentences.join(" ")} table={<DayTable days={days} series={series} />}>
        <div className="mt-4 grid grid-cols-1 gap-x-8 gap-y-6 sm:grid-cols-2">
          {series.slice(0, MOST_PICTURES).map((one) => (
            <DayBars key={one.kind} days={days} {...one} />
          ))}
        </div>
      </Picture>
      {series.length > MOST_PICTURES && <p className="mt-2 text-base-content/70 text-sm">{t("rest")}</p>}
    </>
  );
}

/** Days as 28.11, read as they stand: they are Warsaw's already. */
export function useDayWords(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "short" });
}

function DayTable({ days, series }: Omit<Props, "none">) {
  const t = useTranslations("class.days");
  const dayWords = useDayWords();
  return (
    <table className="table num mt-2 w-auto">
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          {series.map(({ kind, title }) => (
            <th key={kind} scope="col" className="text-right align-bottom">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, place) => (
          <tr key={day}>
            <th scope="row" className="whitespace-nowrap font-normal">
              {dayWords(day)}
            </th>
            {series.map(({ kind, counts }) => (
              <td key={kind} className="text-right">
                {counts[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
