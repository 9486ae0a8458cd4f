#: odd cases
FROM debian:12
RUN for file in $(ls); do echo "$file"; done
#               ^^^^^ what `ls` prints is split at blanks
#?> Loop over the names themselves
#+ RUN for file in *; do echo "$file"; done
RUN for file in `ls /srv/*.sh`; do echo "$file"; done
#               ^^^^^^^^^^^^^^ what `ls` prints is split at blanks
#?> Loop over the names themselves
#+ RUN for file in /srv/*.sh; do echo "$file"; done
RUN for file in $(ls -1 /srv/*.sh); do echo "$file"; done
#               ^^^^^^^^^^^^^^^^^^ what `ls` prints is split at blanks
RUN for file in $(ls /srv); do echo "$file"; done
#               ^^^^^^^^^^ what `ls` prints is split at blanks
RUN for file in $(ls /srv | grep sh); do echo "$file"; done
RUN for file in *; do echo "$file"; done
