#: odd cases
FROM debian:12
RUN apt-get install -y linux-headers-`uname -r`
#                                    ^^^^^^^^^^ `$(…)` is easier to read than backticks
#=> Use `$(…)`
#+ RUN apt-get install -y linux-headers-$(uname -r)
RUN A=`date` && echo "`uname -m` \`date\`"
#     ^^^^^^ `$(…)` is easier to read than backticks
#=> Use `$(…)`
#+ RUN A=$(date) && echo "`uname -m` \`date\`"
#                     ^^^^^^^^^^ `$(…)` is easier to read than backticks
#=> Use `$(…)`
#+ RUN A=`date` && echo "$(uname -m) \`date\`"
RUN echo `echo \`date\``
#        ^^^^^^^^^^^^^^^ `$(…)` is easier to read than backticks
RUN sh -c 'echo `date`'
#               ^^^^^^ `$(…)` is easier to read than backticks
#=> Use `$(…)`
#+ RUN sh -c 'echo $(date)'
RUN echo `date; (id)`
#        ^^^^^^^^^^^^ `$(…)` is easier to read than backticks
RUN echo '`'
