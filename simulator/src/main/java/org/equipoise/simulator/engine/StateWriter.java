package org.equipoise.simulator.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.equipoise.simulator.engine.summary.Transfer;

/**
 * Writes a state as bytes: whole numbers in groups of seven bits, the lowest first, zeros in a row as their number, and
 * a checksum at the end.
 */
final class StateWriter implements Transfer {
    private static final int SPACE = 4096;

    private ByteBuffer bytes = ByteBuffer.allocate(SPACE);

    @Override
    public long pass(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
        return value;
    }

    @Override
    public long bits(long value) {
        reserve(Long.BYTES);
        bytes.putLong(value);
        return value;
    }

    @Override
    public double pass(double value) {
        reserve(Double.BYTES);
        bytes.putDouble(value);
        return value;
    }

    /** Each number that is not 0, after how many zeros stand before it; at the end, how many are left. */
    @Override
    public void pass(long[] values) {
        int zeros = 0;
        for (long value : values) {
            if (value == 0) {
                zeros++;
            } else {
                pass(zeros);
                pass(value);
                zeros = 0;
            }
        }
        if (zeros > 0) {
            pass(zeros);
        }
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(2 * bytes.capacity());
            bytes.flip();
            bytes = larger.put(bytes);
        }
    }

    /** All that was written, and its checksum. */
    byte[] finish() {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, bytes.position());
        reserve(Integer.BYTES);
        bytes.putInt((int) checksum.getValue());
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
