#: a server
FROM ruby:3.4-alpine AS base
FROM base
#    ^^^^ nothing switches YJIT on
#?> Switch it on
#+ FROM base
#+ ENV RUBY_YJIT_ENABLE=1
ENTRYPOINT ["bundle", "exec"]
CMD ["rails", "server"]

#: switched on
FROM ruby:3.3
ENV RUBY_YJIT_ENABLE=1
CMD ["puma"]

#: by an option
FROM ruby:3.3
CMD ["ruby", "--yjit", "bin/rails", "server"]

#: an older Ruby, and no server
FROM ruby:3.2
CMD ["puma"]

#: no server
FROM ruby:3.3
CMD ["irb"]

#: nobody knows the version
FROM ruby
CMD ["puma"]
