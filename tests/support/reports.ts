/** A delivery status notification as Postfix writes it, with what a test wants to be different. */
export type Wish = {
  readonly token?: string | null;
  readonly to?: string;
  readonly reader?: string;
  readonly original?: string;
  readonly action?: string;
  readonly status?: string;
  readonly messageId?: string | null;
  readonly type?: string;
};

export function aReport(wish: Wish = {}): string {
  const { token = "0123456789abcdef0123456789abcdef", reader = "ewa@example.com" } = wish;
  const { action = "failed", status = "5.1.1", messageId = token, type } = wish;
  const to = wish.to ?? (token ? `zwroty+${token}@kurs.example.pl` : "portal@kurs.example.pl");
  return [
    "Return-Path: <>",
    "From: MAILER-DAEMON@mx.example.com (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    `To: ${to}`,
    `Content-Type: ${type ?? 'multipart/report; report-type=delivery-status;\r\n\tboundary="B1/mx.example.com"'}`,
    "",
    "This is a MIME-encapsulated message.",
    "",
    "--B1/mx.example.com",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you.",
    "",
    "--B1/mx.example.com",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.com",
    "Arrival-Date: Sat, 28 Nov 2026 12:00:00 +0100 (CET)",
    "",
    `Final-Recipient: rfc822; ${reader}`,
    ...(wish.original ? [`Original-Recipient: rfc822;${wish.original}`] : []),
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
    "",
    "--B1/mx.example.com",
    "Content-Description: Undelivered Message Headers",
    "Content-Type: text/rfc822-headers",
    "",
    "From: Rozruch <portal@kurs.example.pl>",
    ...(messageId ? [`Message-ID: <${messageId}@kurs.example.pl>`] : []),
    "Subject: Temat",
    "",
    "--B1/mx.example.com--",
    "",
  ].join("\r\n");
}
