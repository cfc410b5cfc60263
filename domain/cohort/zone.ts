/** Courses are held by Polish clocks, wherever a participant sits. */
export const COURSE_ZONE = "Europe/Warsaw";
