import { Circle, CircleCheckBig, CircleSlash2, Clock, LifeBuoy, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { CELL_STATES, type CellState } from "#domain/class/cell";
import "./matrix.css";

const ICONS = {
  help: LifeBuoy,
  proven: ShieldCheck,
  waiting: Clock,
  ticked: CircleCheckBig,
  waived: CircleSlash2,
  todo: Circle,
} as const satisfies Readonly<Record<CellState, object>>;

/** Shape and colour of a state, drawn once by `CellShapes` and used in thousands of cells. */
export function CellMark({ state }: { readonly state: CellState }) {
  return (
    <svg className={`cell cell-${state}`} aria-hidden="true">
      <use href={`#cell-${state}`} />
    </svg>
  );
}

/** Has to be on the page before any `CellMark`. */
export function CellShapes() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      {CELL_STATES.map((state) => {
        const Icon = ICONS[state];
        return (
          <symbol key={state} id={`cell-${state}`} viewBox="0 0 24 24">
            <Icon />
          </symbol>
        );
      })}
    </svg>
  );
}

export function CellLegend() {
  const t = useTranslations("class");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {CELL_STATES.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <CellMark state={state} /> {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
