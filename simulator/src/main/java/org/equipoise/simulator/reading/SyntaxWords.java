package org.equipoise.simulator.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/** Puts the parser's complaints into the words of somebody who writes scenarios. */
final class SyntaxWords {
    private static final String INDENT = "check the indentation of this line and of those above";

    static final String TAG = "a value cannot begin with '!'";
    static final String UNTAG = "write the plain value, or put it in quotes";

    private SyntaxWords() {}

    /** The fault that an exception of the parser means. */
    static SyntaxFault of(JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            return of(marked);
        }
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Expected a property name")) {
            return new SyntaxFault(line, column, "a key must be a plain word", "write key: value");
        }
        if (message.contains("base64")) {
            return new SyntaxFault(line, column, TAG, UNTAG);
        }
        if (message.contains("ersion")) {
            return new SyntaxFault(line, column, "the %YAML line names a version that cannot be read", "remove it");
        }
        return new SyntaxFault(line, column, "the text cannot be read from here on", INDENT);
    }

    private static SyntaxFault of(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        String context = e.getContext() == null ? "" : e.getContext();
        Optional<Mark> here = e.getProblemMark();
        Optional<Mark> opening = e.getContextMark();
        if (problem.contains("TAB") || problem.contains("tab character")) {
            return at(here, "a tab stands where only spaces may", "indent with spaces");
        }
        if (context.contains("quoted scalar") && problem.contains("end of")) {
            return at(opening, "the quote that begins here is never closed", "close it");
        }
        if (problem.startsWith("expected ',' or")) {
            return unclosed(problem, here, opening);
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("expected '<document start>'")) {
            return at(here, "this cannot stand here", INDENT + ", quotes and brackets");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return at(opening, "this line has no colon", "write key: value, with a space after the colon");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return at(here, "a colon cannot stand here", INDENT + "; put text that holds ': ' in quotes");
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return at(here, "a list entry '-' cannot stand here", "begin the list on a line of its own");
        }
        if (problem.startsWith("expected the node content")) {
            return at(here, "a value is missing before " + quotedEnd(problem), "give a value, or remove the comma");
        }
        if (problem.startsWith("found character")) {
            return at(here, "a value cannot begin with " + firstQuoted(problem), "put the value in quotes");
        }
        if (problem.startsWith("found unknown escape")) {
            return at(
                    here,
                    "unknown escape after a backslash in a quoted text",
                    "use single quotes, or double the backslash");
        }
        if (context.contains("anchor") || context.contains("alias")) {
            return at(here, "'&' and '*' must be followed by a name", "put the value in quotes if it is meant as text");
        }
        if (context.contains("tag") || problem.contains("tag")) {
            return at(here, TAG, UNTAG);
        }
        return at(here.isPresent() ? here : opening, "is not valid YAML: " + problem, "");
    }

    private static SyntaxFault unclosed(String problem, Optional<Mark> here, Optional<Mark> opening) {
        String bracket = problem.contains("'}'") ? "'{'" : "'['";
        if (problem.contains("<stream end>") || problem.contains("<document")) {
            return at(opening, "the " + bracket + " that begins here is never closed", "close it");
        }
        String where = opening.map(mark -> " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
        String closing = problem.contains("'}'") ? "'}'" : "']'";
        return at(
                here,
                "expected ',' or " + closing + ": the " + bracket + where + " is still open",
                "close it, or add a comma");
    }

    private static String firstQuoted(String problem) {
        int from = problem.indexOf('\'');
        int to = problem.indexOf('\'', from + 1);
        return from < 0 || to < 0 ? "this character" : to == from + 1 ? "'''" : problem.substring(from, to + 1);
    }

    private static String quotedEnd(String problem) {
        int from = problem.indexOf('\'');
        String found = from < 0 ? "" : problem.substring(from);
        return found.isEmpty() || found.startsWith("'<") ? "the end of the line" : found;
    }

    private static SyntaxFault at(Optional<Mark> mark, String problem, String remedy) {
        @Nullable Mark place = mark.orElse(null);
        return place == null
                ? new SyntaxFault(1, 1, problem, remedy)
                : new SyntaxFault(place.getLine() + 1, place.getColumn() + 1, problem, remedy);
    }
}
