import {
  Bug,
  ChevronDown,
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

type Noted = { readonly "data-look"?: string };

/** A note set apart from the text. */
export function Admonition({ className = "", "data-look": look, ...rest }: ComponentProps<"div"> & Noted) {
  return (
    <div {...rest} className={`${className} space-y-3 rounded-box border p-4 text-[0.95rem] ${lookOf(look).frame}`} />
  );
}

/** One that folds. */
export function FoldedAdmonition({ className = "", "data-look": look, ...rest }: ComponentProps<"details"> & Noted) {
  const { frame } = look === undefined ? PLAIN : lookOf(look);
  return <details {...rest} className={`${className} group rounded-box border p-4 text-[0.95rem] ${frame}`} />;
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

export function FoldedTitle({ look, children }: { look: unknown; children: React.ReactNode }) {
  const { icon: Icon, ink } = look === undefined ? { icon: null, ink: "" } : lookOf(look);
  return (
    <summary className={`flex min-h-6 cursor-pointer list-none items-start gap-2 font-bold ${ink}`}>
      {Icon && <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />}
      <span className="flex-1">{children}</span>
      <ChevronDown className="mt-0.5 size-5 shrink-0 transition-transform group-open:rotate-180" aria-hidden="true" />
    </summary>
  );
}
