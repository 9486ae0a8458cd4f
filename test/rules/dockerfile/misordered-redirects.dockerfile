#: odd cases
FROM debian:12
RUN make 2>&1 > /dev/null
#        ^^^^ errors go where the output went before, and not to `/dev/null`
#?> Put `2>&1` last
#+ RUN make > /dev/null 2>&1
RUN make 2>&1 1>>/tmp/log && if ! check 2>&1 >/dev/null; then exit 1; fi
#        ^^^^ errors go where the output went before, and not to `/tmp/log`
#?> Put `2>&1` last
#+ RUN make 1>>/tmp/log 2>&1 && if ! check 2>&1 >/dev/null; then exit 1; fi
#                                       ^^^^ errors go where the output went before, and not to `/dev/null`
#?> Put `2>&1` last
#+ RUN make 2>&1 1>>/tmp/log && if ! check >/dev/null 2>&1; then exit 1; fi
RUN (make; check) 2>&1 >/dev/null
#                 ^^^^ errors go where the output went before, and not to `/dev/null`
#?> Put `2>&1` last
#+ RUN (make; check) >/dev/null 2>&1
RUN make 2>&1 \
#        ^^^^ errors go where the output went before, and not to `/dev/null`
#?> Put `2>&1` last, lines 5 to 6
#+ RUN make \
#+ 	>/dev/null 2>&1
	>/dev/null
#: errors that somebody reads, or that go elsewhere
FROM debian:12
RUN make >/dev/null 2>&1
RUN make 2>&1 >/dev/null | tee /tmp/errors
RUN errors="$(make 2>&1 >/dev/null)"
RUN { make 2>&1 >/dev/null; } >/tmp/errors
RUN make 2>&1 >&3
RUN make 2>&1 >/dev/null 2>/tmp/errors
