import {
  Bug,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Info,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  NotebookPen,
  OctagonAlert,
  Pencil,
  Quote,
  TriangleAlert,
} from "lucide-react";
import type { ComponentProps } from "react";

type Look = { readonly icon: LucideIcon; readonly frame: string; readonly ink: string };

const PLAIN = { frame: "border-base-300 bg-base-100", ink: "" };
const INFO = { frame: "border-info/50 bg-info/8", ink: "text-info" };
const SUCCESS = { frame: "border-success/50 bg-success/8", ink: "text-success" };
const WARNING = { frame: "border-warning/50 bg-warning/8", ink: "text-warning" };
const ERROR = { frame: "border-error/50 bg-error/8", ink: "text-error" };

const NOTE: Look = { ...PLAIN, icon: Pencil };
const LOOKS: Readonly<Record<string, Look>> = {
  note: NOTE,
  abstract: { ...PLAIN, icon: ListChecks },
  info: { ...INFO, icon: Info },
  tip: { ...INFO, icon: Lightbulb },
  success: { ...SUCCESS, icon: CircleCheck },
  question: { ...PLAIN, icon: CircleQuestionMark },
  warning: { ...WARNING, icon: TriangleAlert },
  failure: { ...ERROR, icon: CircleX },
  danger: { ...ERROR, icon: OctagonAlert },
  bug: { ...ERROR, icon: Bug },
  example: { ...PLAIN, icon: NotebookPen },
  quote: { ...PLAIN, icon: Quote },
};

const lookOf = (name: unknown): Look => LOOKS[String(name)] ?? NOTE;

/** A note set apart from the text; its second class is its look. */
export function Admonition({ className = "", ...rest }: ComponentProps<"aside">) {
  const { frame } = lookOf(className.split(" ")[1]);
  return <aside {...rest} className={`space-y-3 rounded-box border p-4 text-[0.95rem] ${frame}`} />;
}

export function AdmonitionTitle({ look, children }: { look: unknown; children: React.ReactNode }) {
  const { icon: Icon, ink } = lookOf(look);
  return (
    <p className={`mb-1 flex items-start gap-2 font-bold ${ink}`}>
      <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
