#: each of them
FROM fedora:42
RUN rpm -i --nosignature nginx.rpm
#          ^^^^^^^^^^^^^ `--nosignature` leaves out the look at what the package should be
#?> Leave out `--nosignature`
#+ RUN rpm -i nginx.rpm
RUN rpm -Uvh --nodigest --nofiledigest nginx.rpm
#            ^^^^^^^^^^ `--nodigest` leaves out the look at what the package should be
#?> Leave out `--nodigest`
#+ RUN rpm -Uvh --nofiledigest nginx.rpm
#                       ^^^^^^^^^^^^^^ `--nofiledigest` leaves out the look at what the package should be
#?> Leave out `--nofiledigest`
#+ RUN rpm -Uvh --nodigest nginx.rpm
RUN OPTIONS="--nosignature" && rpm -i $OPTIONS nginx.rpm
#                                     ^^^^^^^^ `--nosignature` leaves out the look at what the package should be

#: others
FROM fedora:42
RUN rpm --import key.asc && rpm -i --nodeps nginx.rpm
