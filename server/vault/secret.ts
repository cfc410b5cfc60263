import "server-only";
import { inspect } from "node:util";
import { hideFromOutput } from "../log/secrets-in-use.ts";

const HIDDEN = "[secret]";

/**
 * The only carrier of an opened key. Printing, logging and serialising it give `[secret]`, and until it is wiped nothing
 * that this process writes has it in any form.
 */
export class Secret {
  readonly #bytes: Buffer;
  readonly #unhide: () => void;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#unhide = hideFromOutput(bytes.toString("utf8"));
  }

  /** Lends the key to `borrow`, which must not keep it. */
  use<Result>(borrow: (key: string) => Result): Result {
    return borrow(this.#bytes.toString("utf8"));
  }

  wipe(): void {
    this.#bytes.fill(0);
    this.#unhide();
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
