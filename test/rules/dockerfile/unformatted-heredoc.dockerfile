#: numbers stay as they are written, and tabs are kept
FROM alpine:3.20
COPY <<'EOF' /etc/app.json
#    ^^^^^^^ the JSON of this here document is not laid out
#?> Lay it out, lines 3 to 4
#+ {
#+   "ratio": 1,
#+   "text": "a b"
#+ }
#+ EOF
{"ratio": 1, "text": "a b"}
EOF
COPY <<'EOF' /etc/app.json
#    ^^^^^^^ the JSON of this here document is not laid out
#?> Lay it out, lines 6 to 9
#+ {
#+ 	"a": 1,
#+ 	"b": {}
#+ }
#+ EOF
{
	"a": 1, "b": {}
}
EOF

#: laid out, or no plain JSON
FROM alpine:3.20
COPY <<EOF /etc/app.json
{
  "a": 1
}
EOF
COPY <<EOF /etc/app.json
{"a": "$A"}
EOF
COPY <<EOF /etc/app.json
{"a": 1.0}
EOF
COPY <<EOF /etc/app.conf
{"a":1}
EOF
COPY <<-EOF /etc/app.json
	{"a":1}
EOF
