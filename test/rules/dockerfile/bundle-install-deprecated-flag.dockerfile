#: flags with values and without
FROM ruby:3.3
RUN bundle install --without development test
#                  ^^^^^^^^^ Bundler has given up `--without`, and since version 4 fails for it
#?> Set it with `bundle config`
#+ RUN bundle config set --local without 'development test' && bundle install
RUN bundle install --jobs 4 --deployment --without development:test --retry 3
#                           ^^^^^^^^^^^^ Bundler has given up `--deployment`, and since version 4 fails for it
#?> Set it with `bundle config`
#+ RUN bundle config set --local deployment true && bundle config set --local without development:test && bundle install --jobs 4 --retry 3
RUN bundle install --path=vendor/bundle && bundle exec rake
#                  ^^^^^^^^^^^^^^^^^^^^ Bundler has given up `--path`, and since version 4 fails for it
#?> Set it with `bundle config`
#+ RUN bundle config set --local path vendor/bundle && bundle install && bundle exec rake
RUN gem install rake && bundle --system
#                              ^^^^^^^^ Bundler has given up `--system`, and since version 4 fails for it
#?> Set it with `bundle config`
#+ RUN gem install rake && bundle config set --local path.system true && bundle
RUN bundle install --path vendor/bundle extra
#                  ^^^^^^ Bundler has given up `--path`, and since version 4 fails for it
#?> Set it with `bundle config`
#+ RUN bundle config set --local path vendor/bundle && bundle install extra

#: no place for another command, or no value
FROM ruby:3.3
RUN bundle check || bundle install --deployment
#                                  ^^^^^^^^^^^^ Bundler has given up `--deployment`, and since version 4 fails for it
RUN RAILS_ENV=production bundle install --deployment
#                                       ^^^^^^^^^^^^ Bundler has given up `--deployment`, and since version 4 fails for it
RUN ["bundle", "install", "--deployment"]
#                         ^^^^^^^^^^^^^^ Bundler has given up `--deployment`, and since version 4 fails for it
ARG GROUPS
RUN bundle install --without $GROUPS
#                  ^^^^^^^^^ Bundler has given up `--without`, and since version 4 fails for it

#: what stays
FROM ruby:3.3
RUN bundle install --jobs 4 --retry 3 --quiet --local --prefer-local
RUN bundle config set --local without development && bundle install
RUN bundle exec rake --path x

#: Bundler 1
FROM ruby:2.5
RUN bundle install --deployment
FROM debian:12
RUN gem install bundler -v 1.17.3 && bundle install --deployment
