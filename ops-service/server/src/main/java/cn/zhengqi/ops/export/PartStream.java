package cn.zhengqi.ops.export;

import cn.zhengqi.data.Sealer;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

/** Where a file is written to: it becomes parts, of which one is held at a time. */
final class PartStream extends OutputStream {

    private static final int PART_BYTES = 512 * 1024;

    private final ExportAttempt attempt;
    private final Sealer sealer;
    private final byte[] part = new byte[PART_BYTES];
    private int filled;
    private int number;
    private long bytes;

    PartStream(ExportAttempt attempt, Sealer sealer) {
        this.attempt = attempt;
        this.sealer = sealer;
    }

    /** To which its part is bound. */
    static String place(UUID job, int number) {
        return job + "/" + number;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int some = Math.min(left, PART_BYTES - filled);
            System.arraycopy(source, from, part, filled, some);
            filled += some;
            from += some;
            left -= some;
            if (filled == PART_BYTES) {
                keep();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            keep();
        }
    }

    private void keep() {
        number++;
        attempt.keep(number, sealer.seal(Arrays.copyOf(part, filled), place(attempt.job(), number)));
        bytes += filled;
        filled = 0;
    }
}
