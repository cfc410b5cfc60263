import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bounceReason, isHard } from "#domain/mail/bounce";
import { reportIn } from "#domain/mail/report";
import { aReport } from "../../support/reports.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const OTHER = "f".repeat(32);
const refusalOf = (text: string) => {
  const report = reportIn(text);
  return report.ok ? null : report.refusal;
};

describe("a report on a letter that came back", () => {
  test("names the letter by its return address or by its id, and says for whom it was and why it failed", () => {
    const verdict = { action: "failed", status: "5.1.1", addresses: ["ewa@example.com"] };
    for (const wish of [{}, { messageId: null }, { to: "portal@kurs.example.pl" }])
      expect(reportIn(aReport(wish))).toMatchObject({ ok: true, value: { token: TOKEN, verdict } });
  });

  test("is read with either kind of line ends, and in whatever case a server writes", () => {
    expect(reportIn(aReport().replaceAll("\r\n", "\n")).ok).toBe(true);
    const loud = aReport({
      to: `ZWROTY+${TOKEN.toUpperCase()}@KURS.EXAMPLE.PL`,
      messageId: null,
      reader: "EWA@example.com",
    });
    expect(reportIn(loud)).toMatchObject({ value: { token: TOKEN, verdict: { addresses: ["ewa@example.com"] } } });
  });

  test("names both addresses where a letter was passed on", () => {
    const report = reportIn(aReport({ reader: "gdzie@indziej.example", original: "ewa@example.com" }));
    expect(report).toMatchObject({ value: { verdict: { addresses: ["ewa@example.com", "gdzie@indziej.example"] } } });
  });

  test("of a letter that is only late says so", () => {
    expect(reportIn(aReport({ action: "delayed", status: "4.4.1" }))).toMatchObject({
      value: { verdict: { action: "delayed", status: "4.4.1" } },
    });
  });
});

describe("what is no such report", () => {
  test.each([
    ["plain mail", "From: a@example.com\r\nSubject: Re: Temat\r\n\r\nDziękuję!\r\n", "not_a_report"],
    [
      "a read receipt",
      aReport({ type: 'multipart/report; report-type=disposition-notification; boundary="B1/mx.example.com"' }),
      "not_a_report",
    ],
    [
      "another boundary than the parts have",
      aReport({ type: "multipart/report; report-type=delivery-status; boundary=x" }),
      "malformed",
    ],
    ["no boundary", aReport({ type: "multipart/report; report-type=delivery-status" }), "malformed"],
    ["no end", aReport().replace("--B1/mx.example.com--", ""), "malformed"],
    ["no status", aReport({ status: "" }), "malformed"],
    ["a status that is none", aReport({ status: "9.9.9" }), "malformed"],
    ["a failure that succeeded", aReport({ status: "2.0.0" }), "malformed"],
    ["an action that is none", aReport({ action: "exploded" }), "malformed"],
    ["a reader that is no address", aReport({ reader: "" }), "malformed"],
    [
      "a part that is not text",
      aReport().replace(
        "Content-Type: message/delivery-status",
        "Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64",
      ),
      "malformed",
    ],
    [
      "two verdicts",
      aReport().replace("Content-Type: text/rfc822-headers", "Content-Type: message/delivery-status"),
      "malformed",
    ],
    ["no token", aReport({ token: null }), "no_token"],
    ["half a token", aReport({ to: "zwroty+0123@kurs.example.pl", messageId: "0123" }), "no_token"],
    ["two letters", aReport({ messageId: OTHER }), "two_tokens"],
    ["a letter that has arrived", aReport({ action: "delivered", status: "2.0.0" }), "nothing_failed"],
    ["nothing", "", "not_a_report"],
  ])("%s is refused", (_, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal);
  });

  test("a hundred thousand lines, parts or readers are refused soon", () => {
    const part = "--B1/mx.example.com\r\nContent-Type: text/plain\r\n\r\nx\r\n";
    const began = performance.now();
    expect(refusalOf(aReport().replace("--B1/mx.example.com\r\n", part.repeat(15_000)))).toBe("malformed");
    expect(refusalOf(`X: ${"a".repeat(50)}\r\n`.repeat(15_000) + aReport())).toBe("malformed");
    const readers = "\r\n\r\nFinal-Recipient: rfc822; a@example.com\r\nAction: failed\r\nStatus: 5.1.1".repeat(5_000);
    expect(refusalOf(aReport().replace("Diagnostic-Code: smtp; 550 5.1.1 User unknown", `X: y${readers}`))).toBe(
      "malformed",
    );
    expect(refusalOf(`Content-Type: multipart/report;${" ;".repeat(200_000)}\r\n\r\n`)).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("nothing that anybody sends makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => reportIn(text) !== undefined));
    const whole = aReport();
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(60), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(
        cut,
        ([at, length, put]) => reportIn(whole.slice(0, at) + put + whole.slice(at + length)) !== undefined,
      ),
    );
  });
});

describe("why a letter came back", () => {
  test.each([
    ["5.1.1", "no_address"],
    ["5.1.2", "no_domain"],
    ["5.4.4", "no_domain"],
    ["5.2.1", "disabled"],
    ["5.2.2", "full"],
    ["5.3.4", "too_big"],
    ["4.4.1", "unreachable"],
    ["5.7.1", "not_from_us"],
    ["5.0.0", "other"],
    ["", "other"],
  ])("%s is %s", (status, reason) => {
    expect(bounceReason(status)).toBe(reason);
  });

  test("only what a server says for good is for good", () => {
    expect([isHard("5.1.1"), isHard("4.2.2")]).toEqual([true, false]);
  });
});
