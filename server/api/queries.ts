import "server-only";
import { database } from "../database/client.ts";
import { environment } from "../environment.ts";
import type { Manager } from "../viewer.ts";
import { describedApi } from "./openapi.ts";

export type Token = Awaited<ReturnType<typeof tokensOf>>[number];

/** The manager's own, the newest first. */
export const tokensOf = ({ id: ownerId }: Manager) =>
  database().apiToken.findMany({
    where: { ownerId },
    orderBy: { id: "desc" },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true },
  });

/** The API in the form of OpenAPI 3.1, the same for everybody. */
export const openApi = (): object => describedApi(apiAddress());

export const apiAddress = (): string => `${environment().APP_ORIGIN}/api/v1`;
