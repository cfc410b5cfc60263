import "media-chrome/media-controller";
import "media-chrome/media-time-range";
import "media-chrome/media-play-button";
import "media-chrome/media-mute-button";
import "media-chrome/media-captions-button";
import "media-chrome/media-playback-rate-button";
import "media-chrome/media-pip-button";
import "media-chrome/media-fullscreen-button";
import { addTranslation, setLanguage } from "media-chrome/utils/i18n";
import type { Locale } from "#domain/course/course";
import { ENGLISH, POLISH } from "./words.ts";

/** Called once before the first control is drawn: the elements take their words when they are made. */
export function speak(locale: Locale): void {
  addTranslation("pl", POLISH);
  addTranslation("en", ENGLISH);
  setLanguage(locale);
}
