import type { BrowserContext, Page, Request, Response } from "@playwright/test";

const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript))/;

/** Everything that a browser sends and is sent from now on, as text. */
export class Traffic {
  readonly #sent: string[] = [];
  readonly #posts: string[] = [];
  readonly #received: Promise<string>[] = [];

  constructor(context: BrowserContext) {
    context.on("request", (request) => this.#note(request));
    context.on("response", (response) => this.#received.push(textOf(response)));
  }

  /** The paths that something was posted to. */
  get posts(): readonly string[] {
    return this.#posts;
  }

  /** Addresses, headers and bodies of all requests. */
  get sent(): string {
    return this.#sent.join("\n");
  }

  async received(): Promise<string> {
    return (await Promise.all(this.#received)).join("\n");
  }

  #note(request: Request): void {
    this.#sent.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? "");
    if (request.method() === "POST") this.#posts.push(new URL(request.url()).pathname);
  }
}

async function textOf(response: Response): Promise<string> {
  const headers = JSON.stringify(response.headers());
  if (!TEXT.test(response.headers()["content-type"] ?? "")) return headers;
  // A redirect has no body, and a page that was left before it had come has none either.
  return headers + (await response.text().catch(() => ""));
}

/** What a page shows, and what the browser keeps of the portal: cookies and both storages. */
export async function keptBy(page: Page): Promise<string> {
  const cookies = JSON.stringify(await page.context().cookies());
  const storages = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  return [await page.content(), page.url(), cookies, storages].join("\n");
}
