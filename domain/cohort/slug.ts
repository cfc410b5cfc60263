const LONGEST = 50;

/** A cohort's name as it stands in commands and lessons: `Jesień 2026` is `jesien-2026`; `grupa` where nothing is left. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, "") || "grupa";
