import { useEffect, useState } from "react";

const KEPT_AS = "letter-keys";

/** Whether keys without Ctrl, such as `/`, do something besides writing; kept in this browser. */
export function areLetterKeysOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    // A browser may keep nothing for anybody.
    return true;
  }
}

function keep(areOn: boolean): void {
  try {
    localStorage.setItem(KEPT_AS, areOn ? "on" : "off");
  } catch {
    // As above: then nothing changes.
  }
}

/** For the switch that people with speech input need (WCAG 2.1.4). */
export function useLetterKeys(): { readonly areOn: boolean; readonly turn: () => void } {
  const [areOn, setOn] = useState(true);
  useEffect(() => setOn(areLetterKeysOn()), []);
  const turn = () => {
    keep(!areOn);
    setOn(areLetterKeysOn());
  };
  return { areOn, turn };
}

/** Whether a key that was pressed is a letter of some text, or somebody else's. */
export function isMeantForText({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const element = target instanceof HTMLElement ? target : null;
  const isField = element?.isContentEditable || element?.closest("input, textarea, select, [role=textbox]");
  return Boolean(ctrlKey || metaKey || altKey || isComposing || isField);
}
