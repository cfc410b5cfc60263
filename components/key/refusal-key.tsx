/** The name of a refusal's sentence among those that the field is given. */
export const refusalKey = ({
  code,
  provider = "",
  character = "",
}: {
  code: string;
  provider?: string;
  character?: string;
}): string => [code, provider, character].filter(Boolean).join(" ");
