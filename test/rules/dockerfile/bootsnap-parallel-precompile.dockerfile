#: ways to call it
FROM ruby:3.3
RUN bundle exec bootsnap precompile --gemfile
#                        ^^^^^^^^^^ Bootsnap compiles in as many processes as there are processors, which fails under QEMU
#=> Compile in one process
#+ RUN bundle exec bootsnap precompile -j 1 --gemfile
RUN bootsnap precompile app/ lib/ && true
#            ^^^^^^^^^^ Bootsnap compiles in as many processes as there are processors, which fails under QEMU
#=> Compile in one process
#+ RUN bootsnap precompile -j 1 app/ lib/ && true
RUN ["bundle", "exec", "bootsnap", "precompile", "--gemfile"]
#                                  ^^^^^^^^^^^^ Bootsnap compiles in as many processes as there are processors, which fails under QEMU
RUN bundle exec bootsnap precompile -j 1 --gemfile
RUN bootsnap precompile --jobs=0 app/
RUN bundle exec rake bootsnap
