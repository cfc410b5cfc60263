import { answered } from "#server/api/door";

export const GET = answered("help-requests");
