#: installations
FROM ruby:3.3
RUN bundle install --jobs 4 && bundle exec rake
#   ^^^^^^^^^^^^^^ `bundle install` leaves the archives of the gems in the image
#?> Remove them in the same `RUN`
#+ RUN bundle install --jobs 4 && rm -rf /usr/local/bundle/cache && bundle exec rake
RUN gem install rake; if true; then bundle; fi
#                                   ^^^^^^ `bundle install` leaves the archives of the gems in the image
#?> Remove them in the same `RUN`
#+ RUN gem install rake; if true; then bundle && rm -rf /usr/local/bundle/cache; fi
RUN sudo bundle install
#        ^^^^^^^^^^^^^^ `bundle install` leaves the archives of the gems in the image

#: the archives are removed, mounted or elsewhere
FROM ruby:3.3
RUN bundle install && rm -rf ~/.bundle "${BUNDLE_PATH}"/ruby/*/cache
RUN --mount=type=cache,target=/usr/local/bundle/cache bundle install
RUN bundle install --path vendor/bundle
RUN bundle config set path vendor/bundle && bundle install

#: a stage that is not shipped
FROM ruby:3.3 AS build
RUN bundle install
FROM ruby:3.3
COPY --from=build /usr/local/bundle /usr/local/bundle

#: an image that keeps gems elsewhere
FROM debian:12
RUN bundle install
