package org.equipoise.simulator.report.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.equipoise.simulator.report.RunReport;

/** A short value that names every figure of a run to the last bit; the same on every machine that has this version. */
public final class CheckValue {
    private static final int DIGITS = 16;

    private CheckValue() {}

    /** The value: 16 hexadecimal digits. How long the run took does not count. */
    public static String of(RunReport run) {
        RunReport timeless = new RunReport(
                run.result(),
                run.expectations(),
                run.power(),
                run.bounds(),
                run.scenarioHash(),
                "",
                run.underNull(),
                List.of(),
                0,
                List.of());
        return of(RunJson.of(timeless).replace("\r\n", "\n"));
    }

    /** The same of any text. */
    public static String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
