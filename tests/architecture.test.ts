import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  importsOf,
  mentionsOf,
  pathsWhere,
  ROOT,
  reachableFrom,
  resolved,
  SOURCES,
  type Source,
  sourcesIn,
} from "./support/sources.ts";

const isCode = ({ path }: Source) => /\.tsx?$|\.mjs$/.test(path);
const imported = (source: Source): string[] =>
  mentionsOf(source).map((specifier) => resolved(source.path, specifier) ?? specifier);

describe("settings", () => {
  /** Each with the reason for which it may not ask server/environment.ts. */
  const READ_FOR_THEMSELVES = [
    "instrumentation.ts", // is told by Next in which runtime it is
    "proxy.ts", // runs before the portal's own modules, and asks for NODE_ENV alone
    "scripts/setting/operator.ts", // what the operator has set, before any process of ours has its own settings
    "scripts/run.mjs", // before anything is installed
    "scripts/generate.mjs", // while installing
    "scripts/leash.mjs", // loaded in front of every process
    "playwright.config.ts", // runs no portal: it is told where one is
    "scripts/simulator/main.ts", // is not ours to configure: it stands for the provider
  ];

  test("are read from process.env in server/environment.ts alone, apart from what comes before it", () => {
    const outside = sourcesIn("app", "components", "domain", "server", "scripts").concat(
      SOURCES.filter(({ path }) => !path.includes("/")),
    );
    const readers = pathsWhere(outside, ({ text }) => /process\.env\b/.test(withoutComments(text)));
    expect(readers.sort()).toEqual(["server/environment.ts", ...READ_FOR_THEMSELVES].sort());
  });

  test("the proxy asks for NODE_ENV alone", () => {
    const proxy = SOURCES.find(({ path }) => path === "proxy.ts");
    expect(proxy?.text.match(/process\.env\.\w+/g)).toEqual(["process.env.NODE_ENV"]);
  });
});

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

describe("where code may run", () => {
  test('every file in server/ begins with `import "server-only"`', () => {
    const code = sourcesIn("server").filter(({ path }) => !path.endsWith(".d.ts"));
    expect(pathsWhere(code, ({ text }) => !text.startsWith('import "server-only";\n'))).toEqual([]);
  });

  test("domain/ imports nothing but its own", () => {
    const strangers = sourcesIn("domain").flatMap((source) =>
      imported(source).filter((path) => !path.startsWith("domain/")),
    );
    expect(strangers).toEqual([]);
  });

  test("domain/ has no clock and no chance of its own", () => {
    expect(
      pathsWhere(sourcesIn("domain"), ({ text }) => /Date\.now\(|new Date\(\)|Math\.random|performance\./.test(text)),
    ).toEqual([]);
  });

  test("app/ asks queries, commands and the few doors that are meant for it", () => {
    const doors =
      /^server\/(?:.+\/(?:queries|commands)|viewer|api\/door|door\/(?:guard|arriving|come-back|form-token|stale-form|too-many|upload|draft)|log\/secrets-in-use|sign-in\/(?:door-cookie|known-browser|next-auth|next-page)|wording\/(?:locale|request|translator)|course\/(?:media|media-response|forms))\.ts$/;
    const others = sourcesIn("app").flatMap((source) =>
      imported(source)
        .filter((path) => path.startsWith("server/") && !doors.test(path))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(others).toEqual([]);
  });

  test("app/ and components/ import no database, vault, provider or worker module, and no such package", () => {
    const forbidden =
      /^server\/(?:database|vault|provider|worker|jobs|mail)\/|^(?:pg|pg-boss|openai|nodemailer|@hpke\/core|@prisma\/.+)$/;
    const found = sourcesIn("app", "components").flatMap((source) =>
      imported(source)
        .filter((path) => forbidden.test(path))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(found).toEqual([]);
  });

  test("components/ take props: they import nothing of the server's that runs, and components/ui no noun of ours", () => {
    const running = sourcesIn("components").flatMap((source) =>
      importsOf(source)
        .filter((specifier) => /^#server\/|\/server\//.test(specifier))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(running).toEqual([]);
    expect(
      sourcesIn("components/ui").flatMap((source) =>
        imported(source).filter((path) => /^(?:server|domain|app)\//.test(path)),
      ),
    ).toEqual([]);
  });

  test("nothing that a page or a route reaches can open a key", () => {
    const entries = [...sourcesIn("app"), ...SOURCES.filter(({ path }) => path === "proxy.ts")]
      .filter(isCode)
      .map(({ path }) => path);
    const reached = reachableFrom(entries);
    // The walk sees what it must: the way to sealing is there.
    expect(reached.has("server/vault/seal.ts")).toBe(true);
    const opening = [
      "server/vault/open.ts",
      "server/vault/keyring.ts",
      "server/vault/secret.ts",
      "server/access-test/run.ts",
      "server/access-test/opened-key.ts",
      "server/provider/openai/client.ts",
      "server/worker/main.ts",
    ];
    expect(opening.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(opening.filter((path) => reached.has(path)).map((path) => `${path} ← ${reached.get(path)}`)).toEqual([]);
  });

  test("the cipher is imported by the vault alone", () => {
    const users = pathsWhere(sourcesIn("app", "components", "server"), (source) =>
      imported(source).some((path) => path === "server/vault/cipher.ts" || path === "@hpke/core"),
    );
    expect(users.filter((path) => !path.startsWith("server/vault/"))).toEqual([]);
  });
});
