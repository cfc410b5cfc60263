import { useEffect, useRef, useState } from "react";
import { shrunkPicture } from "./shrunk-picture.ts";

export type Choice =
  | { readonly kind: "none" | "preparing" | "unreadable" }
  | { readonly kind: "ready"; readonly picture: Blob; readonly address: string };

const NONE: Choice = { kind: "none" };

/** One picture at a time, as it will be sent; a new one takes the place of the one before. */
export function useChoice() {
  const [choice, setChoice] = useState(NONE);
  const turn = useRef(0);
  useEffect(() => () => void (choice.kind === "ready" && URL.revokeObjectURL(choice.address)), [choice]);

  const take = async (file: Blob) => {
    turn.current += 1;
    const own = turn.current;
    setChoice({ kind: "preparing" });
    const picture = await shrunkPicture(file).catch(() => null);
    if (own !== turn.current) return;
    setChoice(picture ? { kind: "ready", picture, address: URL.createObjectURL(picture) } : { kind: "unreadable" });
  };
  const drop = () => {
    turn.current += 1;
    setChoice(NONE);
  };
  return { choice, take, drop };
}
