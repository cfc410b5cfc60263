import "server-only";
import { blankLine, list } from "micromark-core-commonmark";
import type { Code, Construct, ContainerState, Extension, State, Tokenizer } from "micromark-util-types";

/**
 * Python-Markdown gives a list item whatever is indented by four spaces, however deep its own bullet stands. CommonMark
 * counts from the item's text, and so makes a code block of a picture below `   * item`. The first indented line of
 * an item decides which of the two its author follows.
 */
const INDENT = 4;
const SPACE = 32;
const VIRTUAL_SPACE = -1;
const TAB = -2;

const isSpace = (code: Code) => code === SPACE || code === VIRTUAL_SPACE || code === TAB;

/** `size` is what CommonMark's list goes by; `_closeFlow` is set when the line begins the next item. */
type ItemState = ContainerState & { size?: number | undefined; own?: number | undefined; indent?: number | undefined };

const fourSpaces: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let count = 0;
    return function start(code) {
      if (!isSpace(code)) return nok(code);
      if (count === 0) effects.enter("linePrefix");
      effects.consume(code);
      if (++count < INDENT) return start;
      effects.exit("linePrefix");
      return ok;
    };
  },
};

const continuation: Tokenizer = function (effects, ok, nok) {
  const item: ItemState = this.containerState ?? {};
  item.own ??= item.size;
  const inItem = list.continuation?.tokenize.call(
    this,
    effects,
    (code) => {
      if (item._closeFlow) Object.assign(item, { own: item.size, indent: undefined });
      return ok(code);
    },
    nok,
  );
  const indentedBy =
    (size: number | undefined): State =>
    (code) => {
      item.size = size;
      return inItem?.(code);
    };
  const four: State = (code) => {
    item.indent ??= INDENT;
    return indentedBy(item.indent)(code);
  };
  const few: State = (code) => {
    if (isSpace(code)) item.indent ??= item.own;
    return indentedBy(item.own)(code);
  };
  return effects.check(blankLine, indentedBy(item.own), effects.check(fourSpaces, four, few));
};

const item: Construct = { ...list, continuation: { tokenize: continuation } };
const MARKERS = "*+-0123456789";

export const itemIndent: Extension = {
  document: Object.fromEntries([...MARKERS].map((marker) => [marker.charCodeAt(0), item])),
};
