#: alone and among others
FROM ruby:3.3
RUN gem install bundler
#               ^^^^^^^ the base image has Bundler, and this installs whichever is the newest
#?> Use the image's own, lines 2 to 3
#+ RUN gem install bundler rake --no-document
RUN gem install bundler rake --no-document
#               ^^^^^^^ the base image has Bundler, and this installs whichever is the newest
#?> Use the image's own
#+ RUN gem install rake --no-document
RUN gem install --no-document rake bundler && bundle install
#                                  ^^^^^^^ the base image has Bundler, and this installs whichever is the newest
#?> Use the image's own
#+ RUN gem install --no-document rake && bundle install
RUN (gem install bundler)
#                ^^^^^^^ the base image has Bundler, and this installs whichever is the newest

#: in a version
FROM ruby:3.3
ARG BUNDLER_VERSION
RUN gem install bundler:2.5.0 && gem install bundler -v 2.5.0 && gem install bundler --version "$BUNDLER_VERSION"
RUN gem update bundler && gem install rake
RUN gem install bundler --conservative

#: another image
FROM debian:12
RUN gem install bundler
