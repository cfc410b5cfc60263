import { describe, expect, test } from "vitest";
import { digestDue } from "#domain/digest/due";

const at = (time: string) => new Date(`2026-11-28T${time}:00Z`);

describe("a digest", () => {
  test("each morning at eight in Warsaw is about the day, in summer and in winter", () => {
    expect(digestDue("daily", [], at("07:00"))).toBe("2026-11-28");
    expect(digestDue("daily", [], at("08:00"))).toBeNull();
    expect(digestDue("daily", [], new Date("2026-07-01T06:00:00Z"))).toBe("2026-07-01");
  });

  test("before a live session comes in exactly one of the hours", () => {
    const meeting = at("17:30");
    const hours = Array.from({ length: 24 }, (_, hour) => at(`${String(hour).padStart(2, "0")}:00`));
    expect(hours.map((now) => digestDue("meeting", [meeting], now)).filter(Boolean)).toEqual([meeting.toISOString()]);
    expect(digestDue("meeting", [meeting], at("15:00"))).toBe(meeting.toISOString());
    expect(digestDue("meeting", [], at("15:00"))).toBeNull();
  });

  test("never comes to whoever wants none", () => {
    expect(digestDue("none", [at("10:00")], at("07:00"))).toBeNull();
  });
});
