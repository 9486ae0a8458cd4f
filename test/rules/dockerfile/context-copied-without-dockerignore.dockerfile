#: without a list
FROM node:22
COPY . .
#    ^ without a `.dockerignore` all of the folder gets into the image, `.env`, `.git`, `node_modules` too
COPY . /other
#:: package.json
#:: .env
#:: .git/config
#:: node_modules/express/index.js

#: nothing in particular
FROM node:22
ADD ./ /app
#   ^^ without a `.dockerignore` all of the folder gets into the image
#:: package.json

#: a list that lets something through
FROM node:22
COPY --chown=node . /app
#                 ^ `.dockerignore` lets `.env.production`, `server.pem` into the image
#:: package.json
#:: .env.production
#:: server.pem
#:: node_modules/express/index.js
#:: .dockerignore
node_modules

#: a list that does not
FROM node:22
COPY . /app
#:: package.json
#:: .env
#:: .env.example
#:: .dockerignore
**/.env*
!.env.example

#: a part of the folder, or of another stage
FROM node:22 AS build
COPY src ./src/
FROM node:22
COPY --from=build . .
#:: package.json
#:: .env

#: no project lies here
FROM node:22
COPY . .
#:: README.md
#:: .env

#: a Compose file builds with another folder
FROM node:22
COPY . .
#:: package.json
#:: compose.yaml
services:
  web:
    build: ../..
