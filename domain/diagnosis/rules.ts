import type { Rule } from "./rule.ts";
import { ACCOUNT } from "./rules/account.ts";
import { KEYS } from "./rules/keys.ts";
import { MODELS } from "./rules/models.ts";
import { MONEY } from "./rules/money.ts";
import { ORGANIZATION } from "./rules/organization.ts";
import { PARAMETERS } from "./rules/parameters.ts";

/** What a provider that has read the request answers. In order: among words of the same weight the first rule decides. */
export const REFUSALS: readonly Rule[] = [...ORGANIZATION, ...ACCOUNT, ...MONEY, ...KEYS, ...MODELS, ...PARAMETERS];
