import "server-only";
import { inspect } from "node:util";

const HIDDEN = "[secret]";

/** The only carrier of an opened key. Printing, logging and serialising it give `[secret]`. */
export class Secret {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Lends the key to `borrow`, which must not keep it. */
  use<Result>(borrow: (key: string) => Result): Result {
    return borrow(this.#bytes.toString("utf8"));
  }

  wipe(): void {
    this.#bytes.fill(0);
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
