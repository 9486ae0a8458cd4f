#: ways to call it
FROM ruby:3.3
RUN bundle exec rake assets:precompile
#   ^^^^^^^^^^^ this starts Rails, which wants the application's real key without `SECRET_KEY_BASE_DUMMY`
#?> Set `SECRET_KEY_BASE_DUMMY`
#+ RUN SECRET_KEY_BASE_DUMMY=1 bundle exec rake assets:precompile
RUN RAILS_ENV=production bin/rails assets:precompile
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this starts Rails, which wants the application's real key without `SECRET_KEY_BASE_DUMMY`
#?> Set `SECRET_KEY_BASE_DUMMY`
#+ RUN RAILS_ENV=production SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile
RUN bundle exec rails assets:precompile RAILS_ENV=production
#   ^^^^^^^^^^^ this starts Rails, which wants the application's real key without `SECRET_KEY_BASE_DUMMY`
#?> Set `SECRET_KEY_BASE_DUMMY`
#+ RUN SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile RAILS_ENV=production
RUN ["bin/rails", "assets:precompile"]
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this starts Rails, which wants the application's real key without `SECRET_KEY_BASE_DUMMY`
RUN bin/rails db:migrate

#: a key that is none, and one that is a secret
FROM ruby:3.3
RUN SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile
RUN SECRET_KEY_BASE=none bundle exec rake assets:precompile
RUN --mount=type=secret,id=key,env=RAILS_MASTER_KEY bin/rails assets:precompile
ENV SECRET_KEY_BASE_DUMMY=1
RUN bin/rails assets:precompile
