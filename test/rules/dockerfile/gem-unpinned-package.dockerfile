#: versions by name and by option, files
FROM ruby:3.3
RUN gem install bundler:2.5.23 rake:13.2.1
RUN gem install bundler -v 2.5.23
RUN gem install ./local.gem pkg/*.gem
RUN gem install --no-document bundler
#                             ^^^^^^^ `bundler` is installed in whatever version there is on the day of the build
RUN gem i rake bundler:2.5.23
#         ^^^^ `rake` is installed in whatever version there is on the day of the build
RUN gem install nokogiri:1.16 -- --use-system-libraries
RUN gem update --system
