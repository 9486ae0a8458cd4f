#: the RUN comes right behind
FROM node:22
WORKDIR /app
COPY --chown=node . /app
#^^^^^^^^^^^^^^^^^^^^^^^ each change of a file makes `npm install` run anew, because all files are copied before it
#?> Copy package.json, package-lock.json before, and the rest after it, lines 3 to 4
#+ COPY --chown=node package.json package-lock.json /app/
#+ RUN npm install --omit=dev && npm cache clean --force
#+ COPY --chown=node . /app
RUN npm install --omit=dev && npm cache clean --force
#:: package.json
#:: package-lock.json
#:: server.js

#: other package managers
FROM python:3.13
WORKDIR /srv
ADD . .
#^^^^^^ each change of a file makes `pip install` run anew, because all files are copied before it
#?> Copy requirements.txt before, and the rest after it, lines 3 to 4
#+ ADD requirements.txt ./
#+ RUN pip3 install --no-cache-dir -r requirements.txt
#+ ADD . .
RUN pip3 install --no-cache-dir -r requirements.txt
#:: requirements.txt

#: Go
FROM golang:1.24
WORKDIR /src
COPY ./ ./
#^^^^^^^^^ each change of a file makes `go mod download` run anew, because all files are copied before it
#?> Copy go.mod, go.sum before, and the rest after it, lines 3 to 5
#+ COPY go.mod go.sum ./
#+ RUN go mod download \
#+  && go build ./...
#+ COPY ./ ./
RUN go mod download \
 && go build ./...
#:: go.mod
#:: go.sum

#: Ruby and PHP
FROM ruby:3.4
WORKDIR /srv
COPY . .
#^^^^^^^ each change of a file makes `bundle install` run anew, because all files are copied before it
#^^^^^^^ each change of a file makes `composer install` run anew, because all files are copied before it
RUN bundle install
RUN composer install --no-dev
#:: README.md

#: something stands between
FROM node:22
WORKDIR /app
COPY . .
#^^^^^^^ each change of a file makes `yarn` run anew, because all files are copied before it
ENV NODE_ENV=production
RUN yarn
#:: package.json

#: in another folder
FROM node:22
COPY . /app
#^^^^^^^^^^ each change of a file makes `npm ci` run anew, because all files are copied before it
RUN cd /app && npm ci
#:: package.json

#: the files were copied before, or come from elsewhere
FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm ci --omit=dev

#: what is no installation of the project's dependencies
FROM node:22
WORKDIR /app
COPY . .
RUN npm install -g pnpm && npm install express && npm run build && pip install . && pip install flask && go build ./...

#: a part of the project, and another stage's files
FROM node:22 AS build
WORKDIR /app
COPY src ./src
RUN npm ci
FROM node:22
COPY --from=build . .
RUN npm ci

#: a mount holds what is installed, or needs
FROM node:22
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
