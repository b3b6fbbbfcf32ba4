package org.dargah.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A template as its tests read it: the source, and the text that would reach the page as it is. */
record Template(Path path, String source) {

    private static final Path ROOT = Path.of("src/main/jte");

    static List<Template> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .map(Template::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(Path file) {
        try {
            return new Template(ROOT.relativize(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String module() {
        return path.getName(0).toString();
    }

    /** What stays when directives, expressions, tags and entities are gone. */
    String literalText() {
        StringBuilder text = new StringBuilder();
        String body =
                source.replaceAll("(?m)^@(import|param) .*$", "").replaceAll("(?s)<%--.*?--%>", "");
        copy(body, 0, text);
        return text.toString().replaceAll("(?s)<[^>]*>", " ").replaceAll("&\\w+;", " ").strip();
    }

    /**
     * Copies literal text up to the closing backtick of a content block; answers where it ended.
     */
    private static int copy(String body, int from, StringBuilder text) {
        int at = from;
        while (at < body.length() && body.charAt(at) != '`') {
            if (body.startsWith("${", at) || body.startsWith("!{", at)) {
                at = skip(body, at + 2, '{', '}', text);
            } else if (body.charAt(at) == '@') {
                at = directive(body, at, text);
            } else {
                text.append(body.charAt(at++));
            }
        }
        return at + 1;
    }

    private static int directive(String body, int from, StringBuilder text) {
        int at = from + 1;
        while (at < body.length()
                && (Character.isLetter(body.charAt(at)) || body.charAt(at) == '.')) {
            at++;
        }
        boolean called = at < body.length() && body.charAt(at) == '(';
        return called ? skip(body, at + 1, '(', ')', text) : at;
    }

    /** Passes over code in brackets; content blocks inside are copied, string literals are not. */
    private static int skip(String body, int from, char open, char close, StringBuilder text) {
        int at = from;
        int depth = 1;
        while (depth > 0) {
            char sign = body.charAt(at++);
            if (sign == '"') {
                at = body.indexOf('"', at) + 1;
            } else if (sign == '@' && body.charAt(at) == '`') {
                at = copy(body, at + 1, text);
            } else if (sign == open) {
                depth++;
            } else if (sign == close) {
                depth--;
            }
        }
        return at;
    }
}
