package org.equipoise.simulator.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or standard error, in UTF-8 whatever the locale; remembers why it could not be written to, which a
 * print stream forgets.
 */
final class StandardStream extends FilterOutputStream {
    private @Nullable IOException failure;

    StandardStream(FileDescriptor descriptor) {
        super(new FileOutputStream(descriptor));
    }

    /** To print on it. */
    PrintStream printer() {
        return new PrintStream(this, false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /**
     * Why something could not be written; null when all was, or when its reader has had enough, as {@code head} has.
     */
    @Nullable
    String failure() {
        String message = failure == null ? null : String.valueOf(failure.getMessage());
        return message == null || message.toLowerCase(Locale.ROOT).contains("pipe") ? null : message;
    }
}
