#: odd cases
FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=dev && npm run build
#   ^^^^^^^^^^^ `npm install` may install other versions than those of the lock file
#?> Use `npm ci`
#+ RUN npm ci --omit=dev && npm run build
RUN npm i
#   ^^^^^ `npm i` may install other versions than those of the lock file
#?> Use `npm ci`
#+ RUN npm ci
#: the lock file goes where the command runs
FROM node:22
COPY web/package.json web/npm-shrinkwrap.json /srv/web/
WORKDIR /srv/web
RUN ["npm", "install"]
#    ^^^^^^^^^^^^^^^^ `npm install` may install other versions than those of the lock file
#?> Use `npm ci`
#+ RUN ["npm", "ci"]
#: there may be no lock file, or it is not asked for
FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm install
FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install express
RUN npm install -g npm
RUN npm install --no-package-lock
RUN cd web && npm install
RUN rm package-lock.json && npm install
RUN npm ci
FROM node:22
COPY package.json package-lock.json /tmp/
WORKDIR /app
RUN npm install
#: what a pattern or a folder brings along
FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm install
#   ^^^^^^^^^^^ `npm install` may install other versions than those of the lock file
#?> Use `npm ci`
#+ RUN npm ci
FROM node:22
WORKDIR /app
COPY . /app
RUN npm install
#   ^^^^^^^^^^^ `npm install` may install other versions than those of the lock file
#?> Use `npm ci`
#+ RUN npm ci
#:: package.json
{}
#:: package-lock.json
{}
#: a lock file that is left out
FROM node:22
WORKDIR /app
COPY . .
RUN npm install
#:: package.json
{}
#:: package-lock.json
{}
#:: .dockerignore
package-lock.json
