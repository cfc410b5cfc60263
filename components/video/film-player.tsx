"use client";

import dynamic from "next/dynamic";
import "./player.css";

/** The player in a file of its own, so that a page without a film loads none of it. */
export const FilmPlayer = dynamic(async () => (await import("./player.tsx")).Player);
