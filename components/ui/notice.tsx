import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const LOOKS = {
  error: { icon: TriangleAlert, dress: "border-error/50 bg-error/8 text-error", role: "alert" },
  success: { icon: CircleCheck, dress: "border-success/50 bg-success/8 text-success", role: "status" },
  info: { icon: Info, dress: "border-info/40 bg-info/8 text-info", role: "status" },
} as const;

/** One sentence about what has just happened, said aloud by screen readers. */
export function Notice({ look, children }: { readonly look: keyof typeof LOOKS; readonly children: ReactNode }) {
  const { icon: Icon, dress, role } = LOOKS[look];
  return (
    <div role={role} className={`flex items-start gap-3 rounded-box border p-4 ${dress}`}>
      <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
      <div className="text-base-content">{children}</div>
    </div>
  );
}
