#: in instructions and scripts
FROM node:22
ARG NODE_TLS_REJECT_UNAUTHORIZED="0"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `NODE_TLS_REJECT_UNAUTHORIZED=0` lets Node.js take anybody's answer for the server's
#?> Leave out `NODE_TLS_REJECT_UNAUTHORIZED=0`, lines 2 to 3
#+ ENV NODE_ENV=production \
ENV NODE_ENV=production \
  # the proxy
  NODE_TLS_REJECT_UNAUTHORIZED=0
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `NODE_TLS_REJECT_UNAUTHORIZED=0` lets Node.js take anybody's answer for the server's
RUN NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `NODE_TLS_REJECT_UNAUTHORIZED=0` lets Node.js take anybody's answer for the server's
RUN export NODE_TLS_REJECT_UNAUTHORIZED=0; npm ci
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `NODE_TLS_REJECT_UNAUTHORIZED=0` lets Node.js take anybody's answer for the server's
#?> Leave out `NODE_TLS_REJECT_UNAUTHORIZED=0`
#+ RUN npm ci

#: only 0 does it
FROM node:22
ENV NODE_TLS_REJECT_UNAUTHORIZED=1
ARG NODE_TLS_REJECT_UNAUTHORIZED
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/ca.pem
