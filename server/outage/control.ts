import "server-only";
import { connect } from "node:net";
import { controlHosts } from "../environment.ts";

const PATIENCE_MS = 3_000;

/** Whether nobody at all can be reached from here, the provider or others. Without hosts to ask, nothing is claimed. */
export async function isCutOff(): Promise<boolean> {
  const hosts = controlHosts();
  if (hosts.length === 0) return false;
  return !(await Promise.any(hosts.map(reach)).catch(() => false));
}

/** Resolves when a connection comes about; nothing is said on it. */
function reach(host: string): Promise<true> {
  const at = host.lastIndexOf(":");
  return new Promise((resolve, reject) => {
    const socket = connect({ host: host.slice(0, at), port: Number(host.slice(at + 1)), timeout: PATIENCE_MS });
    const end = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    socket.once("connect", () => end(() => resolve(true)));
    socket.once("timeout", () => end(() => reject(new Error("No answer."))));
    socket.once("error", (error) => end(() => reject(error)));
  });
}
