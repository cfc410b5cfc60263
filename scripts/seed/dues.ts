import { dayEnds, dayIn } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";

const DAY_MS = 86_400_000;

/** The first lessons of the demo are to be done in the days that come. */
export const duesFrom = (now: Date) =>
  [
    { lesson: "konto-openai", days: 2 },
    { lesson: "klucz-api", days: 4 },
    { lesson: "srodki", days: 7 },
  ].map(({ lesson, days }) => {
    const day = dayIn(new Date(now.getTime() + days * DAY_MS), COURSE_ZONE);
    return { module: "modul-1", lesson, dueAt: dayEnds(day, COURSE_ZONE) ?? now };
  });
