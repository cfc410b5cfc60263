import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Lapse } from "#components/ui/lapse";

type Props = { readonly devices: readonly { readonly device: string | null; readonly lastSeenAt: Date }[] };

/** Where a student is signed in: half of the puzzles are about the other computer. */
export function Devices({ devices }: Props) {
  const t = useTranslations("case");
  if (devices.length === 0) return null;
  return (
    <Card className="p-5" aria-labelledby="devices">
      <h2 id="devices" className="font-bold">
        {t("devices")}
      </h2>
      <ul className="num mt-2 space-y-1 text-sm">
        {devices.map(({ device, lastSeenAt }) => (
          <li key={`${device} ${lastSeenAt.toISOString()}`} className="flex justify-between gap-3">
            <span>{device ?? t("unknownDevice")}</span>
            <span className="text-base-content/70">
              <Lapse since={lastSeenAt} form="ago" />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
