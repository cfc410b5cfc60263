import "server-only";
import type { Rule } from "#domain/message/rule";
import { Prisma } from "../database/generated/client.ts";

const DAY_MS = 24 * 3_600_000;

/** In SQL: whether the rule holds for a person `u` now. */
export function holdsFor(rule: Rule, now: Date): Prisma.Sql {
  if (rule.kind === "inactive") {
    const since = new Date(now.getTime() - rule.days * DAY_MS);
    return Prisma.sql`coalesce(u.last_active_at, u.created_at) <= ${since}`;
  }
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM step_progress p WHERE p.user_id = u.id AND p.step_id = ${rule.step}
      AND coalesce(p.ticked_at, p.proven_at, p.waived_at) IS NOT NULL)`;
}
