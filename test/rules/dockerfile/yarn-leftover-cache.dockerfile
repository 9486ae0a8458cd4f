#: all that installs
FROM node:22
RUN yarn
#   ^^^^ `yarn` leaves what it has downloaded in the image
#=> Run `yarn cache clean` in the same `RUN`
#+ RUN yarn && yarn cache clean
RUN yarn install --frozen-lockfile && yarn build
#   ^^^^^^^^^^^^ `yarn install` leaves what it has downloaded in the image
#=> Run `yarn cache clean` in the same `RUN`
#+ RUN yarn install --frozen-lockfile && yarn cache clean && yarn build
RUN yarn global add serve@14
#   ^^^^^^^^^^^ `yarn global` leaves what it has downloaded in the image
#=> Run `yarn cache clean` in the same `RUN`
#+ RUN yarn global add serve@14 && yarn cache clean
RUN yarn --cwd web install
#   ^^^^^^^^^^^^^^^^^^^^^^ `yarn install` leaves what it has downloaded in the image
#=> Run `yarn cache clean` in the same `RUN`
#+ RUN yarn --cwd web install && yarn cache clean

#: what is clean
FROM node:22
RUN yarn install && yarn cache clean
RUN yarn install && rm -rf /usr/local/share/.cache
RUN yarn install --cache-folder /tmp/yarn && rm -rf /tmp/yarn
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
RUN --mount=type=cache,target=/root/.cache yarn install
RUN YARN_CACHE_FOLDER=/tmp/yarn yarn install && rm -rf /tmp/yarn
RUN yarn build && yarn run test

#: Yarn 2 and later keep something else
FROM node:22
RUN yarn install --immutable
FROM node:22
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install

#: where nothing can be added
FROM node:22
RUN yarn install | tee log
#   ^^^^^^^^^^^^ `yarn install` leaves what it has downloaded in the image
RUN ["yarn", "install"]
#    ^^^^^^^^^^^^^^^^^ `yarn install` leaves what it has downloaded in the image
