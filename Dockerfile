# The tools that build the site stay out of the image that serves it.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
# Neither a setting nor a database is needed here: what is built serves any of them.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf .data .next/builds/*/cache

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# Root keeps it: the account that serves writes nothing here.
COPY --from=build /app ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/sante`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
