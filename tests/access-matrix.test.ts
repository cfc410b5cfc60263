import { expect, test } from "vitest";
import { actionsOfTheApp, routesOfTheApp } from "./support/access/app.ts";
import { CALLS } from "./support/access/calls.ts";
import { KNOCKS } from "./support/access/knocks.ts";

const namesIn = (names: readonly string[]) => [...new Set(names)].sort();

test("T9: every route of the app has a row that says who gets what, and every row its route", () => {
  expect(namesIn(KNOCKS.map(({ route }) => route))).toEqual(routesOfTheApp());
});

test("T9: every server action has a row that says who may call it, and every row its action", () => {
  expect(namesIn(CALLS.map(({ action }) => action))).toEqual(actionsOfTheApp());
});
