import type { Messages } from "#server/wording/translator";

declare module "next-intl" {
  interface AppConfig {
    Locale: "pl" | "en";
    Messages: Messages;
  }
}
