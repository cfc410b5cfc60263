/** The tools that hide the provider's words behind their own headline, and for which we show where they are. */
export const DETAILED_TOOLS = ["n8n", "make", "zapier"] as const;
export type DetailedTool = (typeof DETAILED_TOOLS)[number];

export const isDetailedTool = (tool: string | null): tool is DetailedTool =>
  (DETAILED_TOOLS as readonly (string | null)[]).includes(tool);
