#: files of root's
FROM ruby:3.3
COPY . .
#^^^^^^^ this belongs to root, and `rails` cannot write to `log`, `storage` and `tmp` in it
#?> Give the directories to the user, line 3
#+ RUN mkdir -p log storage tmp && chown -R rails log storage tmp
#+ USER rails
USER rails
CMD bundle exec puma

#: from another stage
FROM ruby:3.3 AS build
FROM ruby:3.3
COPY --from=build /rails /rails
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this belongs to root, and `rails` cannot write to `log`, `storage` and `tmp` in it
#?> Give the directories to the user, line 4
#+ RUN mkdir -p log storage tmp && chown -R rails log storage tmp
#+ USER rails
USER rails
ENTRYPOINT ["bin/rails"]

#: they are given
FROM ruby:3.3
COPY --chown=rails . .
USER rails
CMD ["bin/rails", "server"]

#: in a RUN
FROM ruby:3.3
COPY . .
RUN chown -R rails tmp
USER rails
CMD ["bin/rails", "server"]

#: no Rails, and root
FROM ruby:3.3
COPY . .
USER ruby
CMD ["ruby", "web.rb"]

#: root
FROM ruby:3.3
COPY . .
USER root
CMD ["bin/rails", "server"]
