/** Whoever may paste a message may look up what it means. */
export { default } from "../paste/layout.tsx";
