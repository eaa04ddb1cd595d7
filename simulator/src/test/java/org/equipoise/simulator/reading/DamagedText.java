package org.equipoise.simulator.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A text to which something has happened: lines, words or characters lost, moved, doubled or replaced. */
final class DamagedText {
    private static final String SPICE = "{}[]:,'\"\\|>&*!%@`#-?~\n\t 0.9eE+_<=\u00e9\u2028\ud83d\ude00";
    private static final List<String> WORDS = List.of(
            "null",
            "~",
            "true",
            "no",
            ".inf",
            "1e999",
            "-1",
            "0",
            "1_000",
            "\"5\"",
            "[]",
            "{}",
            "&a ",
            "*a",
            "<<",
            "- ",
            "? ",
            "--- ",
            "!!int ",
            "hazardRatio",
            "median",
            "all",
            "99999999999999999999",
            "1e-400",
            "{from: 0, is: 1}",
            "'");

    private DamagedText() {}

    static String of(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(11)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 ->
                lines.set(line, " ".repeat(random.nextInt(5)) + lines.get(line).strip());
            case 4 -> lines.set(line, lines.get(line).replaceFirst(": .*", ": " + pick(random)));
            case 5 -> {
                return text.substring(0, at) + SPICE.charAt(random.nextInt(SPICE.length())) + text.substring(at);
            }
            case 6 -> {
                int end = Math.min(text.length(), at + 1 + random.nextInt(8));
                return text.substring(0, at) + text.substring(end);
            }
            case 7 -> {
                return text.substring(0, at) + pick(random) + text.substring(at);
            }
            case 8 -> {
                return text.substring(0, at);
            }
            case 9 -> {
                byte[] noise = new byte[1 + random.nextInt(6)];
                random.nextBytes(noise);
                return text.substring(0, at) + new String(noise, StandardCharsets.ISO_8859_1) + text.substring(at);
            }
            default -> {
                return text.replaceFirst("[0-9][0-9.]*", pick(random));
            }
        }
        return String.join("\n", lines);
    }

    private static String pick(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
