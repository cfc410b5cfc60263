import { Server } from "node:http";

// Loaded before maildev, which lets the page of any site read and delete the demo's mail.
const LOOPBACK = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/** Another site's script names its origin; a name that somebody has pointed at this machine is no name of ours. */
const isForeign = ({ headers: { host = "", origin } }) =>
  !LOOPBACK.test(host) || (origin !== undefined && origin !== `http://${host}`);

const emit = Server.prototype.emit;
Server.prototype.emit = function (event, ...given) {
  const [request, answer] = given;
  if (event === "request" && isForeign(request)) return answer.writeHead(403).end();
  if (event === "upgrade" && isForeign(request)) return answer.destroy();
  return emit.call(this, event, ...given);
};
