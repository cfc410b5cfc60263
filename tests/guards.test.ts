import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { pathsWhere, type Source, sourcesIn } from "./support/sources.ts";

describe("who is asked first", () => {
  const isAction = ({ text }: Source) => /^"use server";/.test(text);
  /** One answers the same for everybody, and does nothing but count and enqueue; the others ask for the token of a letter or a link. */
  const OPEN_TO_STRANGERS = ["askForLink", "join", "chooseMail"];

  /** Name and first statement of each exported function. */
  const functionsOf = ({ text }: Source) =>
    [...text.matchAll(/^export (async )?function (\w+)\([\s\S]*?\)(?:: [^{]+)? \{\n\s*([^\n]+)/gm)].map(
      ([, , name = "", first = ""]) => ({ name, first }),
    );

  test("every action begins by asking who is calling", () => {
    const actions = sourcesIn("app", "components", "server").filter(isAction);
    expect(actions.length).toBeGreaterThan(4);
    const strangers = actions
      .flatMap(functionsOf)
      .filter(
        ({ first }) =>
          !/^const .+ = await require(?:Viewer|Student|Instructor|Manager|Paster|Halfway|FactorOwner)\(\);$/.test(
            first,
          ),
      );
    expect(strangers.map(({ name }) => name)).toEqual(OPEN_TO_STRANGERS);
  });

  test("actions export functions that were looked at here, and nothing in another form", () => {
    for (const source of sourcesIn("app", "components", "server").filter(isAction)) {
      const exported = source.text.match(/^export (?!type\b).*/gm) ?? [];
      expect([source.path, exported.length]).toEqual([source.path, functionsOf(source).length]);
    }
    expect(pathsWhere(sourcesIn("app", "components", "server"), ({ text }) => /^\s+"use server";/m.test(text))).toEqual(
      [],
    );
  });

  test("an action that has a key, an account or somebody's place deleted, or connects another program, wants a recent sign-in before that", () => {
    const destroys =
      /\bawait (?:forgetKey|chooseFarewell|planDeletion|removeStudent|addEndpoint|rotateSecret|makeToken)\(|\(await removeStudent\(/;
    const bodies = sourcesIn("app")
      .filter(isAction)
      .flatMap(({ text }) => text.split(/^export /m).slice(1));
    const destroying = bodies.filter((body) => destroys.test(body));
    const nameOf = (body: string) => /function (\w+)/.exec(body)?.[1];
    expect(destroying.map(nameOf).sort()).toEqual([
      "add",
      "chooseDay",
      "deleteAccount",
      "deleteKey",
      "make",
      "remove",
      "rotate",
    ]);
    const hasty = destroying.filter(
      (body) => !body.slice(0, body.search(destroys)).includes("await requireRecentSignIn("),
    );
    expect(hasty.map(nameOf)).toEqual([]);
  });

  /** Each with its reason. */
  const OPEN_ROUTES = {
    "app/api/health/route.ts": "says up or down, to whoever watches the portal",
    "app/api/sign-in/route.ts": "is where a stranger becomes somebody; asks for the origin, the browser and the token",
    "app/api/sign-in/[provider]/route.ts": "leads a stranger to where they have an account, and writes nothing",
    "app/api/sign-in/[provider]/callback/route.ts":
      "is where they come back; asks for state, nonce and PKCE of this browser",
    "app/api/passkey/challenge/route.ts": "says what a passkey is to sign, the same to everybody",
    "app/api/passkey/sign-in/route.ts":
      "is where a passkey's owner becomes somebody; asks for origin, browser and signature",
    "app/api/demo-sign-in/route.ts": "is there in the demo alone",
    "app/api/v1/openapi.json/route.ts": "says what the API has, the same to everybody",
    "app/ocr/[release]/[file]/route.ts": "hands out files of public packages by name, and nothing of ours",
  };

  test("every route asks who is calling, or is open for a reason that is written down", () => {
    const routes = sourcesIn("app").filter(({ path }) => basename(path) === "route.ts");
    expect(routes.length).toBeGreaterThan(4);
    const open = pathsWhere(
      routes,
      ({ text }) =>
        !/await (?:require(?:Viewer|Student|Instructor|Manager)\(\)|requireRecentSignIn\("|viewer\(\))|^export const GET = answered\("/m.test(
          text,
        ),
    );
    expect(open.sort()).toEqual(Object.keys(OPEN_ROUTES).sort());
  });

  test("every route that changes something asks first whether the form is ours", () => {
    const posts = sourcesIn("app").filter(({ text }) => /export async function POST/.test(text));
    expect(posts.length).toBeGreaterThan(1);
    expect(pathsWhere(posts, ({ text }) => !text.includes("isFromHere(request)"))).toEqual([]);
  });

  test("every page of the course and of the desk asks who is looking; a layout guards nobody", () => {
    const pages = sourcesIn(
      "app/(course)",
      "app/desk",
      "app/paste",
      "app/causes",
      "app/account",
      "app/login/again",
      "app/login/second",
    ).filter(({ path }) => basename(path) === "page.tsx");
    expect(pages.length).toBeGreaterThan(4);
    expect(
      pathsWhere(
        pages,
        ({ text }) =>
          !/await require(?:(?:Viewer|Student|Instructor|Manager|Paster|Halfway|FactorOwner)\(\)|RecentSignIn\(")/.test(
            text,
          ),
      ),
    ).toEqual([]);
  });

  test("only server/viewer.ts mints a viewer, and only server/api/caller.ts a caller", () => {
    const casts = pathsWhere(sourcesIn("app", "components", "server", "scripts"), ({ text }) =>
      /\bas (?:unknown as )?(?:Student|Instructor|Manager)\b/.test(text),
    );
    expect(casts).toEqual(["server/viewer.ts"]);
    const callers = pathsWhere(sourcesIn("app", "server"), ({ text }) => /\bas (?:unknown as )?Caller\b/.test(text));
    expect(callers).toEqual(["server/api/caller.ts"]);
  });
});

describe("the route that takes a key", () => {
  test("keeps it out of the output before it does anything with it, and asks for the form's token before anything else", () => {
    const [route] = sourcesIn("app/api/credential").map(({ text }) => text);
    expect(route).toContain(
      'return hidingFromOutput(form.get("credential") ?? "", () => takeIn(student, form, request));',
    );
    expect(route).toMatch(
      /function takeIn\([^)]*\)[^{]*\{\n {2}if \(!\(await hasOwnToken\(form\)\)\) return staleForm\("\/key"\);/,
    );
  });
});

describe("a limit that is met", () => {
  test("is never told without the time at which it ends", () => {
    const server = sourcesIn("server");
    expect(
      pathsWhere(server, ({ text }) => /refused\("too_many", limited\.retryAfterSeconds\)/.test(text)).length,
    ).toBeGreaterThan(5);
    expect(pathsWhere(server, ({ text }) => /refused\("too_many"\)/.test(text))).toEqual([]);
  });
});

describe("queries", () => {
  test("only read", () => {
    const writes =
      /\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany|\$executeRaw|\$executeRawUnsafe)\b|\b(?:INSERT INTO|UPDATE \w|DELETE FROM)|(?<!\.)\b(?:record|notify|enqueue|countUse)\(/;
    const queries = sourcesIn("server").filter(({ path }) => basename(path) === "queries.ts");
    expect(queries.length).toBeGreaterThan(5);
    expect(pathsWhere(queries, ({ text }) => writes.test(text))).toEqual([]);
  });

  test("and commands put no value into a statement but as a parameter", () => {
    expect(pathsWhere(sourcesIn("app", "server"), ({ text }) => /RawUnsafe\b|\bPrisma\.raw\(/.test(text))).toEqual([]);
  });
});
