/** So long a piece of a secret is one that chance does not bring about. */
const PIECE = 8;

/** Whether a text holds a piece of a secret, in whatever case. */
export function holdsPieceOf(secret: string, text: string): boolean {
  const [whole, said] = [secret.toLowerCase(), text.toLowerCase()];
  for (let at = 0; at + PIECE <= said.length; at += 1) if (whole.includes(said.slice(at, at + PIECE))) return true;
  return said !== "" && said === whole;
}
