package org.equipoise.simulator.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.equipoise.simulator.engine.summary.Transfer;

/** Reads what a {@link StateWriter} wrote. */
final class StateReader implements Transfer {
    private final ByteBuffer bytes;

    /** @throws IllegalArgumentException when the checksum is not that of the bytes */
    StateReader(byte[] written) {
        if (!isIntact(written)) {
            throw new IllegalArgumentException("the checksum does not fit");
        }
        bytes = ByteBuffer.wrap(written, 0, written.length - Integer.BYTES);
    }

    static boolean isIntact(byte[] written) {
        int length = written.length - Integer.BYTES;
        if (length < 0) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(written, 0, length);
        return ByteBuffer.wrap(written).getInt(length) == (int) checksum.getValue();
    }

    @Override
    public long pass(long unused) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = next();
            value |= (group & 0x7FL) << shift;
            if (group >= 0) {
                return value;
            }
        }
    }

    private byte next() {
        try {
            return bytes.get();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends too early", e);
        }
    }

    @Override
    public long bits(long unused) {
        try {
            return bytes.getLong();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends too early", e);
        }
    }

    @Override
    public double pass(double unused) {
        return Double.longBitsToDouble(bits(0));
    }

    @Override
    public void pass(long[] values) {
        Arrays.fill(values, 0);
        int i = 0;
        while (i < values.length) {
            long zeros = pass(0L);
            if (zeros < 0 || zeros > values.length - i) {
                throw new IllegalArgumentException("it is of another shape");
            }
            i += (int) zeros;
            if (i < values.length) {
                values[i++] = pass(0L);
            }
        }
    }

    /** @throws IllegalArgumentException when something is left */
    void finish() {
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("it goes on after its end");
        }
    }
}
