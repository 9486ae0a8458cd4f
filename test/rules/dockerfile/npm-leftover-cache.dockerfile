#: the cache is emptied while npm is still there
FROM alpine:3.20
RUN apk add --no-cache npm && npm install -g serve && apk del npm
#                             ^^^^^^^^^^^ `npm install` leaves what it has downloaded in the image
#=> Run `npm cache clean --force` in the same `RUN`
#+ RUN apk add --no-cache npm && npm install -g serve && npm cache clean --force && apk del npm
RUN /opt/node/bin/npm ci
#   ^^^^^^^^^^^^^^^^^^^^ `npm ci` leaves what it has downloaded in the image
#=> Run `npm cache clean --force` in the same `RUN`
#+ RUN /opt/node/bin/npm ci && /opt/node/bin/npm cache clean --force
RUN npm ci \
#   ^^^^^^ `npm ci` leaves what it has downloaded in the image
#=> Run `npm cache clean --force` in the same `RUN`
#+ RUN npm ci && npm cache clean --force \
 && npm run build
RUN npm install > /dev/null 2>&1; true
#   ^^^^^^^^^^^ `npm install` leaves what it has downloaded in the image
#=> Run `npm cache clean --force` in the same `RUN`
#+ RUN npm install > /dev/null 2>&1 && npm cache clean --force; true
RUN sudo npm install -g serve
#        ^^^^^^^^^^^ `npm install` leaves what it has downloaded in the image
#=> Run `npm cache clean --force` in the same `RUN`
#+ RUN sudo npm install -g serve && sudo npm cache clean --force
RUN npm i -g serve && npm install -g http-server && npm run build
#   ^^^^^ `npm i` leaves what it has downloaded in the image
#=> Run `npm cache clean --force` in the same `RUN`
#+ RUN npm i -g serve && npm install -g http-server && npm cache clean --force && npm run build

#: what is clean
FROM node:22
RUN npm ci && npm cache clean --force
RUN npm ci && rm -rf ~/.npm
RUN npm ci && rm -rf /root/.npm /root/.cache
RUN npm ci --cache /tmp/npm && rm -rf /tmp/npm
RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/home/node/.npm npm ci
RUN npm run build && npm test

#: the environment puts it elsewhere
FROM node:22
ENV npm_config_cache=/cache
RUN npm ci

#: where nothing can be added
FROM node:22
RUN npm ci | tee log
#   ^^^^^^ `npm ci` leaves what it has downloaded in the image
RUN su node -c 'npm ci'
#               ^^^^^^ `npm ci` leaves what it has downloaded in the image
RUN ["npm", "ci"]
#    ^^^^^^^^^^^ `npm ci` leaves what it has downloaded in the image
