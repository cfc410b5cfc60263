import { describe, expect, test } from "vitest";
import { importsOf, pathsWhere, sourcesIn } from "./support/sources.ts";

describe("T11: the keys of journeys", () => {
  test("are made in one place, which remembers them for the search at the end", () => {
    const journeys = sourcesIn("tests/e2e").filter(({ path }) => path !== "tests/e2e/support/keys.ts");
    expect(
      pathsWhere(journeys, (source) => importsOf(source).some((path) => /simulator\/(?:keys|google)/.test(path))),
    ).toEqual([]);
    expect(
      pathsWhere(journeys, ({ text }) =>
        /(?<!aKeyLike\()"sk"|AIza|tests\/support\/keys|\.\.\/support\/keys/.test(text),
      ),
    ).toEqual([]);
  });
});

describe("T26: secrets", () => {
  const secret = String.raw`\w*(?:[tT]oken|[hH]ash|[fF]ingerprint|[dD]igest|[hH]mac|[sS]ignature)\w*`;
  const known = String.raw`(?:null|undefined|true|false|"\w*")`;
  const operator = "(?<![!=])[!=]==?(?!=)";
  /** On either side of a comparison, as a value, a field or what a function gives. */
  const compared = new RegExp(
    [
      String.raw`\.(?:equals|compare)\(|Buffer\.compare|timingSafeEqual`,
      String.raw`\b${secret}(?:\([^()]*\))*(?:\.toString\([^()]*\))?\s*${operator}(?!\s*${known})`,
      String.raw`(?<!(?:${known}|typeof [\w.]+)\s*)${operator}\s*(?:await )?(?:[\w?.]+\.)?${secret}\b`,
    ].join("|"),
  );

  test.each([
    "if (row.tokenHash === given) return row;",
    "if (given === row.tokenHash) return row;",
    "return hashOf(token) === row.hash;",
    "return stored !== hashOf(token);",
    'return digest.toString("hex") === expected;',
    'return createHmac("sha256", key).update(text).digest("hex") === expected;',
    "if (code == row.codeHash) return row;",
    "const known = rows.find(({ fingerprint }) => fingerprint === mine);",
    "return form.csrfToken === cookie;",
    "if (signature !== signatureOf(body)) return null;",
    "return left.equals(right);",
    "return timingSafeEqual(left, right);",
  ])("would be noticed in: %s", (line) => {
    expect(line).toMatch(compared);
  });

  test.each([
    "if (token === null) return;",
    'if (typeof token === "string") return token;',
    "const others = token === null ? {} : { tokenHash: { not: hashOf(token) } };",
    "if (undefined === fingerprint) return;",
    "WHERE s.token_hash = $1",
    "const isSame = isSameSecret(hash, row.hash);",
  ])("are not what is compared in: %s", (line) => {
    expect(line).not.toMatch(compared);
  });

  test("are compared by the database or by the one function that takes the same time for all", () => {
    const found = pathsWhere(sourcesIn("app", "components", "server"), ({ text }) => compared.test(text));
    // The canary is known to everybody, and so are the first bytes of a picture.
    expect(found.sort()).toEqual([
      "server/door/equal.ts",
      "server/provider/openai/picture.ts",
      "server/vault/canary.ts",
    ]);
  });
});
