import { addressOf, viewIn } from "#domain/desk/view";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The address of the list, or of the person, that an action came from: rebuilt, so that nobody is sent elsewhere. */
export function listAddress(form: FormData): string {
  const person = form.get("person");
  if (typeof person === "string" && UUID.test(person)) return `/desk/students/${person}`;
  const back = form.get("back");
  const query = new URLSearchParams(typeof back === "string" ? back : "");
  return addressOf(viewIn(Object.fromEntries(query)));
}

/** An address with more said in it. */
export function saying(address: string, more: Readonly<Record<string, string>>): string {
  return `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams(more)}`;
}
