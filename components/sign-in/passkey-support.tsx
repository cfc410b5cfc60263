"use client";

import { useEffect, useState } from "react";

/** Passkeys belong to a name: the browser makes none for a bare address. */
const isBareAddress = (hostname: string): boolean => /^[\d.]+$|^\[/.test(hostname);

/** Whether this browser, at this address, can use passkeys; false until it is known. */
export function usePasskeySupport(): boolean {
  const [isSupported, setSupported] = useState(false);
  useEffect(() => setSupported("PublicKeyCredential" in window && !isBareAddress(location.hostname)), []);
  return isSupported;
}
