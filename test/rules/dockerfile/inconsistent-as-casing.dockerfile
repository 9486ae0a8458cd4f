#: against each other
FROM debian:12 as one
#              ^^ `as` is written in another case than `FROM`
#=> Write AS
#+ FROM debian:12 AS one
from debian:12 AS two
#              ^^ `AS` is written in another case than `from`
#=> Write as
#+ from debian:12 as two
FROM debian:12 As three
#              ^^ `As` is written in another case than `FROM`
#=> Write AS
#+ FROM debian:12 AS three
from --platform=$BUILDPLATFORM \
  debian:12 As four
#           ^^ `As` is written in another case than `from`
#=> Write as
#+   debian:12 as four

#: alike, and where FROM itself is mixed
FROM debian:12 AS one
from debian:12 as two
From debian:12 as three
FROM debian:12
