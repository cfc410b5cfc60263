import { addressOf, viewIn } from "#domain/desk/view";

/** The address of the list that an action came from, rebuilt so that nobody is sent elsewhere. */
export function listAddress(form: FormData): string {
  const back = form.get("back");
  const query = new URLSearchParams(typeof back === "string" ? back : "");
  return addressOf(viewIn(Object.fromEntries(query)));
}

/** An address with more said in it. */
export function saying(address: string, more: Readonly<Record<string, string>>): string {
  return `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams(more)}`;
}
