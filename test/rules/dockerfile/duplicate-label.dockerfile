#: in one instruction
FROM debian:12
LABEL title=one vendor=Jane title=two
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value
#+ LABEL vendor=Jane title=two

#: in two, alone and among others
FROM debian:12
LABEL title=one
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value, lines 2 to 3
#+ LABEL title=two vendor=Jane
LABEL title=two vendor=Jane
#               ^^^^^^ the label `vendor` is set again below, and this value is lost
#=> Remove the lost value
#+ LABEL title=two
LABEL vendor=Joe

#: of three two are lost
FROM debian:12
LABEL title=one
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value, lines 2 to 3
#+ LABEL title=two
LABEL title=two
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value, lines 3 to 4
#+ LABEL "title"=three
LABEL "title"=three

#: of the old form
FROM debian:12
LABEL title the first
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value, lines 2 to 3
#+ LABEL title the second
LABEL title the second

#: over several lines
FROM debian:12
LABEL title=one \
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value, lines 2 to 3
#+ LABEL vendor=Jane
      vendor=Jane
LABEL title=two

#: with a comment
FROM debian:12
LABEL title=one \
#     ^^^^^ the label `title` is set again below, and this value is lost
      # who made it
      vendor=Jane
LABEL title=two

#: with the backquote as escape, and Windows line ends
# escape=`
FROM debian:12
LABEL vendor=Jane `
      title=one
#     ^^^^^ the label `title` is set again below, and this value is lost
#=> Remove the lost value, lines 3 to 4
#+ LABEL vendor=Jane
LABEL title=two

#: each stage has its own, and so has a trigger
FROM debian:12 AS base
LABEL title=one
FROM base
LABEL title=two
ONBUILD LABEL title=three

#: keys with variables, and keys that differ
FROM debian:12
LABEL $KEY=one
LABEL $KEY=two
LABEL Title=one title=two
