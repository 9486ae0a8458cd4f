#: read where it is not
FROM node:22
RUN --mount=type=secret,id=npm_token TOKEN=$(cat /run/secrets/npm-token) npm ci
#                                                ^^^^^^^^^^^^^^^^^^^^^^ no secret is mounted at `/run/secrets/npm-token` here
#?> Read `/run/secrets/npm_token`
#+ RUN --mount=type=secret,id=npm_token TOKEN=$(cat /run/secrets/npm_token) npm ci
RUN --mount=type=secret,id=token,target=/root/token cat /run/secrets/token | login
#                                                       ^^^^^^^^^^^^^^^^^^ no secret is mounted at `/run/secrets/token` here
#?> Read `/root/token`
#+ RUN --mount=type=secret,id=token,target=/root/token cat /root/token | login
RUN cat /run/secrets/token | login
#       ^^^^^^^^^^^^^^^^^^ no secret is mounted at `/run/secrets/token` here
RUN --mount=type=secret,id=one --mount=type=secret,id=two login < /run/secrets/three
#                                                                 ^^^^^^^^^^^^^^^^^^ no secret is mounted at `/run/secrets/three` here
RUN --mount=type=secret,id=token,env=TOKEN login --file /run/secrets/tokens
#                                                       ^^^^^^^^^^^^^^^^^^^ no secret is mounted at `/run/secrets/tokens` here

#: kept
FROM node:22
RUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc /root/.npmrc && npm ci
#                                   ^^^^^^^^^^^^^^^^^^ the secret is kept in `/root/.npmrc`, which stays in the image
RUN --mount=type=secret,id=npmrc cat /run/secrets/npmrc > .npmrc && npm ci
#                                    ^^^^^^^^^^^^^^^^^^ the secret is kept in `.npmrc`, which stays in the image

#: where it should be
FROM node:22
ARG ID=token
RUN --mount=type=secret,id=token cat /run/secrets/token | login
RUN --mount=type=secret,id=token,target=/run/secrets/other login < /run/secrets/other
RUN --mount=type=secret,id=$ID login < /run/secrets/token && ls /run/secrets/
RUN --mount=type=secret,source=token login < /run/secrets/token
RUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc .npmrc && npm ci && rm .npmrc
RUN --mount=type=secret,id=npmrc --mount=type=tmpfs,target=/root cp /run/secrets/npmrc /root/.npmrc && npm ci
RUN if [ -f /run/secrets/token ]; then login < /run/secrets/token; fi
RUN echo 'login < /run/secrets/token' > /start.sh
ENV TOKEN_FILE=/run/secrets/token
