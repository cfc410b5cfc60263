import "server-only";
import type { Extension as FromMarkdown, Handle } from "mdast-util-from-markdown";
import { blankLine } from "micromark-core-commonmark";
import type { Code, Construct, Extension, State } from "micromark-util-types";
import { lookOf } from "./admonition.ts";

/**
 * `!!! type "title"` and the lines indented by four spaces below it: a container as lists and quotations are, so that it
 * holds anything and stands anywhere.
 */
declare module "micromark-util-types" {
  interface TokenTypeMap {
    admonition: "admonition";
    admonitionMarker: "admonitionMarker";
    admonitionWords: "admonitionWords";
    admonitionQuote: "admonitionQuote";
    admonitionTitle: "admonitionTitle";
    admonitionIndent: "admonitionIndent";
  }
}

const BANG = 33;
const QUOTE = 34;
const INDENT = 4;
const isSpace = (code: Code) => code === 32 || code === -1 || code === -2;
const isEnd = (code: Code) => code === null || (code < -2 && code > -6);
const isWord = (code: Code) => code !== null && code > 0 && /[\w-]/.test(String.fromCharCode(code));

/** The quotation mark that ends the line; those before it belong to the title. */
const lastQuote: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const spaces: State = (code) => {
      if (!isSpace(code)) {
        effects.exit("admonitionQuote");
        return isEnd(code) ? ok(code) : nok(code);
      }
      effects.consume(code);
      return spaces;
    };
    return (code) => {
      if (code !== QUOTE) return nok(code);
      effects.enter("admonitionQuote");
      effects.consume(code);
      return spaces;
    };
  },
};

const opening: Construct["tokenize"] = (effects, ok, nok) => {
  let bangs = 0;
  const marker: State = (code) => {
    if (code === BANG && bangs++ < 3) {
      effects.consume(code);
      return marker;
    }
    effects.exit("admonitionMarker");
    return bangs === 3 ? gap(code) : nok(code);
  };
  const gap: State = (code) => {
    effects.enter("admonitionMarker");
    return gapInside(code);
  };
  const gapInside: State = (code) => {
    if (isSpace(code)) {
      effects.consume(code);
      return gapInside;
    }
    effects.exit("admonitionMarker");
    if (!isWord(code)) return nok(code);
    effects.enter("admonitionWords");
    return words(code);
  };
  const words: State = (code) => {
    if (isWord(code) || isSpace(code)) {
      effects.consume(code);
      return words;
    }
    effects.exit("admonitionWords");
    return isEnd(code) ? ok(code) : quote(code);
  };
  const quote: State = (code) => {
    if (code !== QUOTE) return nok(code);
    effects.enter("admonitionTitle");
    effects.enter("admonitionQuote");
    effects.consume(code);
    effects.exit("admonitionQuote");
    return title;
  };
  const title: State = (code) => {
    if (code === QUOTE) return effects.attempt(lastQuote, titled, text)(code);
    return text(code);
  };
  const text: State = (code) => {
    if (isEnd(code)) return nok(code);
    effects.enter("chunkText", { contentType: "text" });
    effects.consume(code);
    return textInside;
  };
  const textInside: State = (code) => {
    if (isEnd(code)) return nok(code);
    if (code === QUOTE) return effects.check(lastQuote, textEnd, more)(code);
    return more(code);
  };
  const more: State = (code) => {
    effects.consume(code);
    return textInside;
  };
  const textEnd: State = (code) => {
    effects.exit("chunkText");
    return effects.attempt(lastQuote, titled, nok)(code);
  };
  const titled: State = (code) => {
    effects.exit("admonitionTitle");
    return ok(code);
  };
  return (code) => {
    effects.enter("admonition")._container = true;
    effects.enter("admonitionMarker");
    return marker(code);
  };
};

const indent: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let count = 0;
    return function start(code) {
      if (!isSpace(code)) return nok(code);
      if (count === 0) effects.enter("admonitionIndent");
      effects.consume(code);
      if (++count < INDENT) return start;
      effects.exit("admonitionIndent");
      return ok;
    };
  },
};

const container: Construct = {
  name: "admonition",
  tokenize: opening,
  continuation: { tokenize: (effects, ok, nok) => effects.check(blankLine, ok, effects.attempt(indent, ok, nok)) },
  exit: (effects) => {
    effects.exit("admonition");
  },
};

export const admonitionSyntax: Extension = { document: { [BANG]: container } };

const enter: Handle = function (token) {
  this.enter({ type: "admonition", children: [] }, token);
};

const named: Handle = function (token) {
  const node = this.stack.at(-1);
  if (node?.type !== "admonition") return;
  const words = this.sliceSerialize(token).trim().split(/\s+/);
  node.data = { hName: "aside", hProperties: { className: ["admonition", lookOf(words[0])], role: "note" } };
};

const enterTitle: Handle = function (token) {
  this.enter({ type: "paragraph", children: [], data: { hProperties: { className: ["admonition-title"] } } }, token);
};

const exit: Handle = function (token) {
  this.exit(token);
};

export const admonitionTree: FromMarkdown = {
  enter: { admonition: enter, admonitionTitle: enterTitle },
  exit: { admonition: exit, admonitionWords: named, admonitionTitle: exit },
};
