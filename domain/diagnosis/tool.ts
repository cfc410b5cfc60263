import type { Tool } from "./diagnosed.ts";
import type { Reading } from "./reading.ts";

/** What each tool leaves in the messages that it shows. The first that fits is the one in which the person stands. */
const TOOLS: readonly (readonly [Tool, RegExp])[] = [
  [
    "n8n",
    /\bn8n|problem in node|couldn't connect with these settings|please check your (?:credentials|parameters)|perhaps check your|the service is receiving too many requests|the resource you are requesting|the service (?:failed to|was not able to) process|the service refused the connection|wes closed|insufficient quota detected|openai: rate limit reached/i,
  ],
  [
    "make",
    /\bmake\.com|integromat|accountvalidationerror|^\s{0,8}\[[45]\d\d\] |\borigin: \w|\bmake (?:scenario|integration)/i,
  ],
  ["zapier", /\bzapier|\bzap\b|the app returned "/i],
  ["litellm", /\blitellm\b/i],
  ["langchain", /\blangchain/i],
  [
    "python_sdk",
    /\bopenai\.(?:error\.)?[A-Z]\w+Error|\btraceback \(most recent|error code: \d{3} - \{'|\bhttpx\b|\.py["':, ]|'code': None|'param': None/i,
  ],
  [
    "node_sdk",
    /\bnode_modules\b|\bat (?:async )?[\w.<>]{1,80} ?\(|AI_\w+Error|AxiosError|status code \(no body\)|node:internal/,
  ],
  ["curl", /\bcurl\b/i],
  ["gateway", /\b50[24] (?:bad gateway|gateway time-?out)|cloudflare|\bcf-ray\b/i],
];

export const toolIn = ({ text }: Reading): Tool | null => TOOLS.find(([, signs]) => signs.test(text))?.[0] ?? null;
