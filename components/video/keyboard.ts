import { type RefObject, useEffect, useState } from "react";
import { perform } from "./deeds.ts";
import { keep, kept } from "./kept.ts";
import { deedOf } from "./keys.ts";
import type { Playable } from "./playable.ts";

const OFF = "film-letters-off";

/** Whether keys that write a character work, as this browser remembers it. */
export function useLetters() {
  const [hasLetters, setHasLetters] = useState(true);
  useEffect(() => setHasLetters(kept(OFF) === null), []);
  const setLetters = (wanted: boolean) => {
    setHasLetters(wanted);
    keep(OFF, wanted ? null : "");
  };
  return [hasLetters, setLetters] as const;
}

const FIELDS = "input:not([type=checkbox]), textarea, select, [contenteditable]";
/** What has a use of its own for Space and the arrows. */
const CONTROLS =
  "button, summary, input, [role=button], [role=switch], [role=slider], .film-buttons > *, .film-play, media-time-range";

type Keyboard = {
  readonly film: Playable | null;
  readonly hasLetters: boolean;
  readonly showShortcuts: () => void;
};

/** Keys go to the film that has the focus, or in whose lists it is, and to no other. */
export function useKeyboard(place: RefObject<HTMLElement | null>, { film, hasLetters, showShortcuts }: Keyboard): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(film && target instanceof Element) || event.defaultPrevented || target.closest(FIELDS)) return;
      const isOnStage = target.closest("media-controller") !== null && target.closest(CONTROLS) === null;
      const deed = deedOf(event, { isOnStage, hasLetters });
      if (!deed) return;
      event.preventDefault();
      if (deed.does === "shortcuts") showShortcuts();
      else perform(film, deed.does, deed.by);
    };
    const box = place.current;
    box?.addEventListener("keydown", press);
    return () => box?.removeEventListener("keydown", press);
  }, [place, film, hasLetters, showShortcuts]);
}
