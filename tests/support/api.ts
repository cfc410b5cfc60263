import { SCOPES, type Scope } from "#domain/api/scope";
import { makeToken } from "#server/api/commands";
import { answered } from "#server/api/door";
import type { ResourceName } from "#server/api/resources";
import type { Manager } from "#server/viewer";
import { anIp } from "./keys.ts";

/** A token of this instructor's, for everything unless a test says for what. */
export async function aToken(manager: Manager, scopes: readonly Scope[] = SCOPES, days = 30): Promise<string> {
  const made = await makeToken(manager, { name: "Próba", scopes, days }, new Date());
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}

type Asked = { readonly token?: string; readonly headers?: Record<string, string>; readonly student?: string };

/** Asks as a program does, and gives what is answered. */
export function ask(name: ResourceName, query = "", { token, headers, student }: Asked = {}): Promise<Response> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/${name}${query}`, {
    headers: { "x-forwarded-for": anIp(), ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });
  return answered(name)(request, student ? { params: Promise.resolve({ student }) } : {});
}

type Page = { readonly data: readonly Record<string, unknown>[]; readonly next: string | null };

export const pageOf = async (answer: Promise<Response>): Promise<Page> => (await (await answer).json()) as Page;

/** All pages, one after another; `between` happens after each. */
export async function allOf(name: ResourceName, query: string, asked: Asked, between = async () => {}) {
  const rows: Record<string, unknown>[] = [];
  for (let cursor = ""; ; ) {
    const page = await pageOf(ask(name, `?${query}${cursor}`, asked));
    rows.push(...page.data);
    if (!page.next) return rows;
    cursor = `&cursor=${page.next}`;
    await between();
  }
}
