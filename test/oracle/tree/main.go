// Command tree prints what BuildKit's own parser says of Dockerfiles, one JSON object a line, in the terms of
// `hullwright tree --format json`. Files are named as arguments, or one a line on standard input with "-".
// "tree -texts" reads the texts themselves from standard input, one a line in base64; each is named by its number from 0.
// "tree -bench" instead prints the parser's microseconds a file.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type heredoc struct {
	Name    string `json:"name"`
	FD      uint   `json:"fd"`
	Expand  bool   `json:"expand"`
	Chomp   bool   `json:"chomp"`
	Content string `json:"content"`
}

type instruction struct {
	Keyword   string       `json:"keyword"`
	Flags     []string     `json:"flags"`
	Args      []string     `json:"args"`
	JSON      bool         `json:"json"`
	Original  string       `json:"original"`
	StartLine int          `json:"startLine"`
	EndLine   int          `json:"endLine"`
	Heredocs  []heredoc    `json:"heredocs"`
	Child     *instruction `json:"child"`
}

type failure struct {
	Line    int    `json:"line"`
	Message string `json:"message"`
}

type tree struct {
	File         string        `json:"file"`
	Escape       string        `json:"escape"`
	Warnings     []string      `json:"warnings"`
	Error        *failure      `json:"error"`
	Instructions []instruction `json:"instructions"`
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "-texts" {
		parseTexts()
		return
	}
	bench, files := false, []string{}
	for _, arg := range os.Args[1:] {
		switch arg {
		case "-bench":
			bench = true
		case "-":
			for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
				files = append(files, lines.Text())
			}
		default:
			files = append(files, arg)
		}
	}
	texts := make([][]byte, len(files))
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		texts[i] = text
	}
	if bench {
		best := time.Hour
		for range 7 {
			start := time.Now()
			for _, text := range texts {
				parser.Parse(bytes.NewReader(text))
			}
			best = min(best, time.Since(start))
		}
		fmt.Printf("%.1f us a file over %d files\n", float64(best.Nanoseconds())/1000/float64(len(texts)), len(texts))
		return
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for i, text := range texts {
		lines.Encode(parse(files[i], text))
	}
}

func parseTexts() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	scanner := bufio.NewScanner(os.Stdin)
	scanner.Buffer(nil, 1<<30)
	for number := 0; scanner.Scan(); number++ {
		text, err := base64.StdEncoding.DecodeString(scanner.Text())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		lines.Encode(parse(fmt.Sprint(number), text))
	}
}

func parse(file string, text []byte) (t tree) {
	t = tree{File: file, Warnings: []string{}, Instructions: []instruction{}}
	defer func() {
		if failed := recover(); failed != nil {
			t = tree{File: file, Warnings: []string{}, Instructions: []instruction{}, Error: &failure{Message: fmt.Sprintf("panic: %v", failed)}}
		}
	}()
	result, err := parser.Parse(bytes.NewReader(text))
	if err != nil {
		t.Error = &failure{Message: err.Error()}
		var at *parser.LocationError
		if errors.As(err, &at) && len(at.Locations) > 0 && len(at.Locations[0]) > 0 {
			t.Error.Line = at.Locations[0][0].Start.Line
		}
		return t
	}
	t.Escape = string(result.EscapeToken)
	for _, warning := range result.Warnings {
		t.Warnings = append(t.Warnings, warning.Short)
	}
	for _, node := range result.AST.Children {
		t.Instructions = append(t.Instructions, convert(node))
	}
	return t
}

// convert follows the chain of Next as BuildKit gives it: for ENV and LABEL that is name, value, separator for each pair.
func convert(node *parser.Node) instruction {
	i := instruction{
		Keyword: strings.ToUpper(node.Value), Flags: append([]string{}, node.Flags...), Args: []string{}, JSON: node.Attributes["json"],
		Original: node.Original, StartLine: node.StartLine, EndLine: node.EndLine, Heredocs: []heredoc{},
	}
	for _, h := range node.Heredocs {
		i.Heredocs = append(i.Heredocs, heredoc{h.Name, h.FileDescriptor, h.Expand, h.Chomp, h.Content})
	}
	for next := node.Next; next != nil; next = next.Next {
		if next.Value == "" && len(next.Children) > 0 { // ONBUILD holds an instruction.
			child := convert(next.Children[0])
			i.Child = &child
			continue
		}
		i.Args = append(i.Args, next.Value)
	}
	return i
}
