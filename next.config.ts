import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withWording = createNextIntlPlugin("./server/wording/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages of the database, which are loaded as they are.
  serverExternalPackages: ["pg", "pg-boss", "@prisma/client", "@prisma/adapter-pg", "pino", "nodemailer", "next-auth"],
  // Pictures are served as they are: resizing them would load native code into the process that faces the web.
  images: { unoptimized: true },
  experimental: { authInterrupts: true },
  logging: { serverFunctions: false },
};

export default withWording(config);
