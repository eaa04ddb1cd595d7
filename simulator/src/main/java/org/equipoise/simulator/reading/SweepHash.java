package org.equipoise.simulator.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the content of a sweep: SHA-256 over its paths, and for each scenario its values and its {@link ScenarioHash}.
 * Neither its name nor what is expected of the results counts.
 */
final class SweepHash {
    private final MessageDigest digest = ScenarioHash.sha256();

    private SweepHash() {}

    /** The hash: 64 hexadecimal digits. */
    static String of(List<String> paths, List<SweepCase> cases) {
        SweepHash hash = new SweepHash();
        hash.add(paths);
        for (SweepCase each : cases) {
            hash.add(each.values());
            hash.add(List.of(each.read().hash()));
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    /** Texts are told apart by a character that none of them holds. */
    private void add(List<String> texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update((byte) 1);
    }
}
