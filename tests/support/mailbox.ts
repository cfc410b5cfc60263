import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll } from "vitest";

export type Mailbox = { readonly letters: readonly string[]; letterTo(address: string): string | undefined };

/** A mail server that takes everything and keeps it, header and body as they came over the wire. */
export function aMailbox(): Mailbox {
  const letters: string[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => receive(socket, letters));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return { letters, letterTo: (address) => letters.findLast((letter) => letter.includes(`To: ${address}`)) };
}

/** Letters to an address with this word in it are not taken. */
export const UNREACHABLE = "unreachable";

const ANSWERS: Readonly<Record<string, string>> = { DATA: "354 go on", QUIT: "221 bye" };

function receive(socket: Socket, letters: string[]): void {
  let text = "";
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.setEncoding("utf8").on("error", () => undefined);
  say("220 mailbox");
  socket.on("data", (chunk: string) => {
    text += chunk;
    for (;;) {
      const end = isData ? "\r\n.\r\n" : "\r\n";
      const at = text.indexOf(end);
      if (at < 0) return;
      const piece = text.slice(0, at);
      text = text.slice(at + end.length);
      if (isData) letters.push(unfolded(piece));
      const verb = isData ? "" : piece.slice(0, 4).toUpperCase();
      isData = verb === "DATA";
      say(ANSWERS[verb] ?? (verb === "RCPT" && piece.includes(UNREACHABLE) ? "450 later" : "250 ok"));
      if (verb === "QUIT") socket.end();
    }
  });
}

/** Quoted-printable, read back: soft line breaks and `=3D` would cut links in two, and Polish letters would not be read. */
function unfolded(letter: string): string {
  const end = letter.indexOf("\r\n\r\n");
  const header = letter
    .slice(0, end)
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=(?:\r\n (?==\?))?/g, (_, words: string) => words.replaceAll("_", " "));
  return bytesRead(header) + bytesRead(letter.slice(end).replaceAll("=\r\n", ""));
}

const bytesRead = (text: string): string =>
  text.replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"));
