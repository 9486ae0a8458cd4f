#: in the project and for all
FROM node:22
RUN yarn global add serve@14.2.4 && yarn add express@4
RUN yarn global add serve
#                   ^^^^^ `serve` is installed in whatever version there is on the day of the build
RUN yarn add express left-pad
#            ^^^^^^^ `express` and 1 more are installed in whatever version there is on the day of the build
RUN yarn install && yarn
