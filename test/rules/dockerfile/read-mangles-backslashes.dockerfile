#: odd cases
FROM debian:12
RUN while read line; do echo "$line"; done < list
#         ^^^^ `read` without `-r` takes backslashes away
#?> Add `-r`
#+ RUN while read -r line; do echo "$line"; done < list
RUN read -p "name: " name
#   ^^^^ `read` without `-r` takes backslashes away
#?> Add `-r`
#+ RUN read -r -p "name: " name
RUN read -r a && read -ra b
