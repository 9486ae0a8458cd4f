#: options between the words
FROM alpine:3.20
RUN npm --quiet publish
#   ^^^^^^^^^^^^^^^^^^^ `npm` needs a secret here, and the `RUN` mounts none
RUN docker login -u ci -p "$TOKEN"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `docker` needs a secret here, and the `RUN` mounts none

#: with a mount, and other calls
FROM alpine:3.20
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm publish
RUN npm install
RUN docker build .

#: commands of one's own {"commands": ["deploy"]}
FROM alpine:3.20
RUN deploy --now
#   ^^^^^^^^^^^^ `deploy` needs a secret here, and the `RUN` mounts none
RUN npm publish
