#: of npm and yarn, in any letter case
FROM node:22
ENV NPM_CONFIG_STRICT_SSL=false
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `NPM_CONFIG_STRICT_SSL=false` lets anybody answer for the registry
#?> Leave out `NPM_CONFIG_STRICT_SSL=false`, lines 2 to 3
#+ ENV npm_config_strict_ssl=false CI=1
ENV npm_config_strict_ssl=false CI=1
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `npm_config_strict_ssl=false` lets anybody answer for the registry
#?> Leave out `npm_config_strict_ssl=false`
#+ ENV CI=1
ENV YARN_ENABLE_STRICT_SSL=0
#   ^^^^^^^^^^^^^^^^^^^^^^^^ `YARN_ENABLE_STRICT_SSL=0` lets anybody answer for the registry
#?> Leave out `YARN_ENABLE_STRICT_SSL=0`, lines 4 to 5
#+ RUN npm_config_strict_ssl=false npm ci
RUN npm_config_strict_ssl=false npm ci
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `npm_config_strict_ssl=false` lets anybody answer for the registry

#: switched on
FROM node:22
ENV NPM_CONFIG_STRICT_SSL=true
ARG NPM_CONFIG_STRICT_SSL
