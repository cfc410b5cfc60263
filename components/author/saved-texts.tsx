"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { CHANGED } from "#components/ui/live";

type Texts = Readonly<Record<string, ReactNode>>;

const NONE: Texts = {};
const Saved = createContext(NONE);

type Props = { readonly look: () => Promise<Texts>; readonly children: ReactNode };

/**
 * While pages are being written: what an author has just saved, before the whole page has come again. That takes a second or
 * two where code is compiled as it is asked for, and the texts alone a part of one.
 */
export function SavedTexts({ look, children }: Props) {
  const [saved, show] = useState({ on: children, texts: NONE });
  useEffect(() => {
    const onChange = () => {
      // The page itself comes as well.
      look().then(
        (texts) => show({ on: children, texts }),
        () => undefined,
      );
    };
    window.addEventListener(CHANGED, onChange);
    return () => window.removeEventListener(CHANGED, onChange);
  }, [look, children]);
  return <Saved value={saved.on === children ? saved.texts : NONE}>{children}</Saved>;
}

export const SavedText = ({ anchor, children }: { readonly anchor: string; readonly children: ReactNode }) =>
  use(Saved)[anchor] ?? children;
