// Command ignored says which paths Docker leaves out of a build. Standard input has one JSON object a line, {dockerignore, paths};
// for each it prints {error, ignored}, where ignored has a "1" for each path that is left out and a "0" for each that is sent.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

type question struct {
	Dockerignore string   `json:"dockerignore"`
	Paths        []string `json:"paths"`
}

type answer struct {
	Error   string `json:"error"`
	Ignored string `json:"ignored"`
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Buffer(nil, 1<<28); lines.Scan(); {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		ignored, err := judge(asked)
		if err != nil {
			encoder.Encode(answer{Error: err.Error()})
		} else {
			encoder.Encode(answer{Ignored: ignored})
		}
	}
}

func judge(asked question) (string, error) {
	patterns, err := ignorefile.ReadAll(strings.NewReader(asked.Dockerignore))
	if err != nil {
		return "", err
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return "", err
	}
	answers := strings.Builder{}
	for _, path := range asked.Paths {
		// As a builder walks: from the top down, with what has matched above.
		var above patternmatcher.MatchInfo
		ignored := false
		parts := strings.Split(path, "/")
		for depth := range parts {
			if ignored, above, err = matcher.MatchesUsingParentResults(strings.Join(parts[:depth+1], "/"), above); err != nil {
				return "", err
			}
		}
		if ignored {
			answers.WriteByte('1')
		} else {
			answers.WriteByte('0')
		}
	}
	return answers.String(), nil
}
