import { migrate } from "./database/migrate.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";

export { migrate } from "./database/migrate.ts";
export { ensureRoles, type RolePasswords } from "./database/roles.ts";

if (import.meta.main) await runCommand(() => withOwnDatabase("migrate", (owner) => migrate(owner, { log: say })));
