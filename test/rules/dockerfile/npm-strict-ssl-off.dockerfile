#: settings of npm, yarn and pnpm
FROM node:22
RUN npm config set strict-ssl false && npm ci
#                  ^^^^^^^^^^^^^^^^ `strict-ssl false` lets anybody answer for the registry
#?> Leave out `strict-ssl false`
#+ RUN npm ci
RUN npm set strict-ssl=false
#           ^^^^^^^^^^^^^^^^ `strict-ssl=false` lets anybody answer for the registry
#?> Leave out `strict-ssl=false`, lines 3 to 4
#+ RUN npm config set strict-ssl=false -g
RUN npm config set strict-ssl=false -g
#                  ^^^^^^^^^^^^^^^^ `strict-ssl=false` lets anybody answer for the registry
#?> Leave out `strict-ssl=false`, lines 4 to 5
#+ RUN yarn config set "strict-ssl" false
RUN yarn config set "strict-ssl" false
#                   ^^^^^^^^^^^^^^^^^^ `strict-ssl false` lets anybody answer for the registry
#?> Leave out `strict-ssl false`, lines 5 to 6
#+ RUN yarn config set enableStrictSsl false
RUN yarn config set enableStrictSsl false
#                   ^^^^^^^^^^^^^^^^^^^^^ `enableStrictSsl false` lets anybody answer for the registry
#?> Leave out `enableStrictSsl false`, lines 6 to 7
#+ RUN pnpm install --frozen-lockfile --strict-ssl=false
RUN pnpm install --frozen-lockfile --strict-ssl=false
#                                  ^^^^^^^^^^^^^^^^^^ `--strict-ssl=false` lets anybody answer for the registry
#?> Leave out `--strict-ssl=false`
#+ RUN pnpm install --frozen-lockfile
RUN npm ci --no-strict-ssl
#          ^^^^^^^^^^^^^^^ `--no-strict-ssl` lets anybody answer for the registry
#?> Leave out `--no-strict-ssl`
#+ RUN npm ci
RUN echo "strict-ssl=false" >> .npmrc
#        ^^^^^^^^^^^^^^^^^^ `strict-ssl=false` lets anybody answer for the registry

#: others
FROM node:22
RUN npm config set strict-ssl true && npm config set registry https://npm.example.com && npm config get strict-ssl
RUN npm ci --strict-ssl
