"use client";

import { useEffect, useState } from "react";

type Props = { readonly button: string; readonly missing: string };

/** Takes the token from behind the `#`, which no server and no log ever sees, and waits for a person's click. */
export function LinkForm({ button, missing }: Props) {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    setToken(new URLSearchParams(location.hash.slice(1)).get("t") ?? "");
    // A token in the address would stay in the history of a shared computer.
    history.replaceState(null, "", location.pathname);
  }, []);
  if (token === "") return <p className="mt-4 text-error">{missing}</p>;
  return (
    <form method="post" action="/api/sign-in" className="mt-6">
      <input type="hidden" name="link" value={token ?? ""} />
      <button type="submit" disabled={token === null} className="btn btn-primary btn-lg w-full">
        {button}
      </button>
    </form>
  );
}
