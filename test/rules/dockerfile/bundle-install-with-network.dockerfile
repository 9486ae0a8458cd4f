#: from what is there
FROM ruby:3.3
RUN bundle install --local --jobs 4
#   ^^^^^^^^^^^^^^ this installs gems that are there already, and has the network for it
#?> Add `--network=none`
#+ RUN --network=none bundle install --local --jobs 4
RUN bundle config set --local frozen true && bundle install --local
#                                            ^^^^^^^^^^^^^^ this installs gems that are there already, and has the network for it
#?> Add `--network=none`
#+ RUN --network=none bundle config set --local frozen true && bundle install --local
RUN apt-get update && bundle install --local
#                     ^^^^^^^^^^^^^^ this installs gems that are there already, and has the network for it
RUN --network=none bundle install --local
RUN bundle install

#: after it has been fetched
FROM ruby:3.3
RUN bundle cache --no-install
RUN bundle install
#   ^^^^^^^^^^^^^^ this installs gems that are there already, and has the network for it
#?> Add `--network=none`
#+ RUN --network=none bundle install
