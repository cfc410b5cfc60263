import {
  Circle,
  CircleCheckBig,
  CircleDot,
  CircleSlash2,
  CircleX,
  Clock,
  Lock,
  Shield,
  ShieldCheck,
} from "lucide-react";

export type StandingMark =
  | "proven"
  | "ticked"
  | "waived"
  | "waiting"
  | "locked"
  | "current"
  | "todo"
  | "will-prove"
  | "failed";

const MARKS = {
  proven: { icon: ShieldCheck, ink: "text-success" },
  ticked: { icon: CircleCheckBig, ink: "text-base-content" },
  waived: { icon: CircleSlash2, ink: "text-base-content" },
  waiting: { icon: Clock, ink: "text-warning" },
  locked: { icon: Lock, ink: "text-base-content/60" },
  current: { icon: CircleDot, ink: "text-primary" },
  todo: { icon: Circle, ink: "text-base-content/60" },
  "will-prove": { icon: Shield, ink: "text-base-content/60" },
  failed: { icon: CircleX, ink: "text-error" },
} as const;

/** Shape and colour of a state; the word stands beside it, so readers of screens are told nothing twice. */
export function StandingIcon({
  mark,
  className = "size-6",
}: {
  readonly mark: StandingMark;
  readonly className?: string;
}) {
  const { icon: Icon, ink } = MARKS[mark];
  return <Icon className={`shrink-0 ${ink} ${className}`} aria-hidden="true" />;
}
