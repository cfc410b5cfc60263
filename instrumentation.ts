/** Run once, before the first request is taken. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseWithPrivateKeys } = await import("#server/door/private-keys");
  await refuseWithPrivateKeys();
}
