import "server-only";

/** For a `where`: people who may sign in, since a cohort has them or the portal is theirs. */
export const onRoster = { disabledAt: null, OR: [{ enrolments: { some: {} } }, { isOwner: true }] };

/** For a `where`: people who work here, and so show a second factor and sign in again sooner. */
export const onStaff = { OR: [{ enrolments: { some: { NOT: { role: "student" as const } } } }, { isOwner: true }] };
