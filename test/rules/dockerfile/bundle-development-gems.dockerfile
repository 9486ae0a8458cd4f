#: in production
FROM ruby:3.3
ENV RAILS_ENV=production
RUN bundle install --jobs 4
#   ^^^^^^^^^^^^^^ `bundle install` installs the gems for development too
#?> Set `BUNDLE_WITHOUT=development:test`
#+ ENV BUNDLE_WITHOUT=development:test
#+ RUN bundle install --jobs 4
RUN bundle
#   ^^^^^^ `bundle install` installs the gems for development too
#?> Set `BUNDLE_WITHOUT=development:test`
#+ ENV BUNDLE_WITHOUT=development:test
#+ RUN bundle
ONBUILD RUN bundle install
#           ^^^^^^^^^^^^^^ `bundle install` installs the gems for development too

#: settings
FROM ruby:3.3
ENV RAILS_ENV=production
RUN bundle install --without development test
RUN BUNDLE_WITHOUT=development bundle install
RUN bundle --version
RUN bundle install $BUNDLE_OPTIONS
RUN if [ "$RAILS_ENV" = production ]; then bundle install --without test; else bundle install; fi
RUN bundle config set without development && bundle install

#: the environment of the base image, and of a build
FROM ruby:3.3 AS base
ARG ENVIRONMENT=production
ENV RAILS_ENV=$ENVIRONMENT BUNDLE_WITHOUT=development
FROM base
RUN bundle install

#: another environment, and a stage for tests
FROM ruby:3.3 AS base
ENV RAILS_ENV=production
FROM base AS test
RUN bundle install
FROM base
ENV RAILS_ENV=development
RUN bundle install
