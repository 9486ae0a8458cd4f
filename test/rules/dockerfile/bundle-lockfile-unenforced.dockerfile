#: in production
FROM ruby:3.3
ENV RACK_ENV=production
RUN bundle install
#   ^^^^^^^^^^^^^^ nothing keeps `bundle install` to the lock file
#?> Set `BUNDLE_DEPLOYMENT=1`
#+ ENV BUNDLE_DEPLOYMENT=1
#+ RUN bundle install
ONBUILD RUN bundle install
#           ^^^^^^^^^^^^^^ nothing keeps `bundle install` to the lock file

#: settings
FROM ruby:3.3
ENV RAILS_ENV=production
RUN bundle install --deployment
RUN BUNDLE_FROZEN=1 bundle install
RUN bundle config set --local frozen true && bundle install

#: in no environment
FROM ruby:3.3
RUN bundle install
