import { useTranslations } from "next-intl";
import type { Film, Locale } from "#domain/course/course";
import { FilmPlayer } from "./film-player.tsx";
import type { FilmWords } from "./film-words.ts";

type Props = {
  readonly film: Film;
  /** The second that the address asks for. */
  readonly startAt: number | null;
  readonly locale: Locale;
};

const KEYS = {
  play: ["k", "Spacja"],
  back: ["j", "←"],
  forth: ["l", "→"],
  frames: [",", "."],
  volume: ["↑", "↓"],
  mute: ["m"],
  speed: ["<", ">"],
  tenths: ["0", "…", "9"],
  captions: ["c"],
  fullscreen: ["f"],
  pictureInPicture: ["i"],
  list: ["?"],
} as const;

/** The film of a lesson with its player, in the reader's words. */
export function FilmPlace({ film, startAt, locale }: Props) {
  return <FilmPlayer {...film} startAt={startAt} locale={locale} words={useFilmWords()} />;
}

function useFilmWords(): FilmWords {
  const t = useTranslations("film");
  const raw = (name: "found" | "nothing" | "from" | "playFrom" | "whatClickDoes" | "elsewhere") => String(t.raw(name));
  return {
    chapters: t("chapters"),
    transcript: t("transcript"),
    search: t("search"),
    found: raw("found"),
    nothing: raw("nothing"),
    shortcuts: t("shortcuts"),
    letters: t("letters"),
    from: raw("from"),
    again: t("again"),
    play: t("play"),
    playFrom: raw("playFrom"),
    whatClickDoes: raw("whatClickDoes"),
    elsewhere: raw("elsewhere"),
    failed: t("failed"),
    deeds: (Object.keys(KEYS) as (keyof typeof KEYS)[]).map((name) => ({
      keys: KEYS[name].map((key) => (key === "Spacja" ? t("space") : key)),
      words: t(`deeds.${name}`),
    })),
  };
}
