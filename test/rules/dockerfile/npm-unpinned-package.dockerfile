#: versions, scopes, tags
FROM node:22
RUN npm install -g serve@14.2.4 @vue/cli@5 typescript@^5
RUN npm install -g @vue/cli serve@14.2.4
#                  ^^^^^^^^ `@vue/cli` is installed in whatever version there is on the day of the build
RUN npm i -g npm@latest
#            ^^^^^^^^^^ `npm@latest` is installed in whatever version there is on the day of the build
RUN npm install && npm ci && npm install --omit dev --loglevel warn
RUN npm install -g $PACKAGE && npm install -g serve@$VERSION

#: folders, archives, repositories
FROM node:22
RUN npm install . ./app /app ../app app.tgz https://example.com/app.tgz file:app
RUN npm install git+https://example.com/app.git#v1 owner/app#v1
RUN npm install owner/app
#               ^^^^^^^^^ `owner/app` is installed in whatever version there is on the day of the build
