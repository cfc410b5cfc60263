import type { Lesson, Module, Step } from "#domain/course/course";
import type { StepRecord } from "#domain/progress/step-record";

const SOME_DAY = new Date("2026-11-21T14:00:00Z");

export const aStep = (id: string, parts: Partial<Step> = {}): Step => ({
  id,
  title: id,
  anchor: id,
  summary: "",
  at: null,
  check: null,
  optional: false,
  after: [],
  since: null,
  ...parts,
});

export const aLesson = (slug: string, steps: readonly Step[], parts: Partial<Lesson> = {}): Lesson => ({
  module: "modul-1",
  slug,
  title: slug,
  minutes: 5,
  tags: [],
  video: null,
  checked: null,
  provider: null,
  optional: false,
  after: [],
  cohorts: [],
  steps,
  ...parts,
});

export const aModule = (...lessons: readonly Lesson[]): Module => ({
  slug: "modul-1",
  title: "",
  order: 1,
  videos: [],
  lessons,
});

export const ticked = (stepId: string, at = SOME_DAY): StepRecord => ({
  stepId,
  tickedAt: at,
  provenAt: null,
  waivedAt: null,
});
export const proven = (stepId: string, at = SOME_DAY): StepRecord => ({
  stepId,
  tickedAt: null,
  provenAt: at,
  waivedAt: null,
});
export const waived = (stepId: string, at = SOME_DAY): StepRecord => ({
  stepId,
  tickedAt: null,
  provenAt: null,
  waivedAt: at,
});
