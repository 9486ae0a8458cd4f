#: copies
FROM ruby:3.3
COPY Gemfile* ./
#^^^^^^^^^^^^^^^ this is copied for `bundle install`, and again with the application
RUN bundle install
COPY . .

#: what else is copied, and what is kept
FROM ruby:3.3
COPY Gemfile package.json ./
RUN bundle install
COPY . .
FROM ruby:3.3
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY lib lib
FROM ruby:3.3
COPY Gemfile ./
RUN gem install rake
COPY . .
