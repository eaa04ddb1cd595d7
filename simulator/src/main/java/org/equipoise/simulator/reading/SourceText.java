package org.equipoise.simulator.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The text of a scenario file, once it is known to be a text of reasonable size. */
final class SourceText {
    /** Largest file that is read, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private SourceText() {}

    /** The text of a file, or null when it cannot be read, which is noted. */
    static @Nullable String of(Path file, FaultLog log) {
        Place place = Place.of(file.toString());
        if (Files.isDirectory(file)) {
            log.add(place, "", "is a directory", "name a scenario file");
        } else if (Files.notExists(file)) {
            log.add(place, "", "there is no such file", "check the name and the directory");
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            log.add(place, "", "is a device or a pipe, not a file", "name a scenario file");
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? tooLarge(place, log) : decode(bytes, file.toString(), log);
            } catch (AccessDeniedException e) {
                log.add(place, "", "cannot be read: permission denied", "");
            } catch (IOException e) {
                log.add(place, "", "cannot be read", "");
            }
        }
        return null;
    }

    private static @Nullable String tooLarge(Place place, FaultLog log) {
        log.add(place, "", "is larger than 1 MiB", "a scenario is a few kilobytes; check that this is one");
        return null;
    }

    private static @Nullable String decode(byte[] bytes, String source, FaultLog log) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            String found = String.format("0x%02X", bytes[in.position()]);
            log.add(end(text, source), "", "is not UTF-8 text: byte " + found, "save the file as UTF-8");
            return null;
        }
        return checked(text, source, log);
    }

    /** The text without a byte order mark, or null when it is too long or holds characters that no text has. */
    static @Nullable String checked(String given, String source, FaultLog log) {
        if (given.length() > MOST_BYTES) {
            return tooLarge(Place.of(source), log);
        }
        String text = !given.isEmpty() && given.charAt(0) == BYTE_ORDER_MARK ? given.substring(1) : given;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isText(text, i, c)) {
                log.add(
                        end(text.substring(0, i), source),
                        "",
                        String.format("holds a character that no text has: U+%04X", (int) c),
                        "remove it, and check that this is a text file");
                return null;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return text;
    }

    private static boolean isText(String text, int i, char c) {
        if (c < 0xA0) {
            return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' || c == 0x85;
        }
        if (Character.isSurrogate(c)) {
            return i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        }
        return c < 0xFFFE && c != BYTE_ORDER_MARK;
    }

    /** The place right after a text. */
    private static Place end(String text, String source) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(source, line, text.codePointCount(start, text.length()) + 1);
    }
}
