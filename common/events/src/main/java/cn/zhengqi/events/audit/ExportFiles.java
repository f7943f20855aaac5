package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The files that are on their way out of this copy of the service, from their first byte until their receiver has the last. They lie in the temporary folder, which may be memory: so many at once, of so
 * many bytes together, and one for a person.
 */
final class ExportFiles {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final int most;
    private final long mostBytes;
    private final Set<UUID> owners = new HashSet<>();
    private long bytes;

    /** @param mostBytes of all of them together */
    ExportFiles(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** @throws ProblemException EXPORT_UNDER_WAY to whom another one is being made or sent, SERVICE_BUSY where there are enough */
    synchronized Outgoing begin(UUID owner) throws IOException {
        if (owners.contains(owner)) {
            throw new ProblemException(
                    CommonProblem.EXPORT_UNDER_WAY,
                    CommonProblem.EXPORT_UNDER_WAY.title(),
                    Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
        }
        if (owners.size() >= most || bytes >= mostBytes) {
            throw busy();
        }
        Outgoing file = new Outgoing(owner);
        owners.add(owner);
        return file;
    }

    static ProblemException busy() {
        return new ProblemException(
                CommonProblem.SERVICE_BUSY, "正在导出的人较多，请稍后再试", Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }

    private synchronized boolean taken(int more) {
        if (bytes + more > mostBytes) {
            return false;
        }
        bytes += more;
        return true;
    }

    private synchronized void ended(Outgoing file) {
        bytes -= file.size;
        owners.remove(file.owner);
    }

    @FunctionalInterface
    interface Writing {
        void to(OutputStream target) throws IOException;
    }

    /** One of them. */
    final class Outgoing implements AutoCloseable {

        private final UUID owner;
        private final Path path;
        private long size;
        /** What it would have been with the bytes for which there was no room. */
        private long refused;

        private Outgoing(UUID owner) throws IOException {
            this.owner = owner;
            this.path = Files.createTempFile("export-", ".xlsx");
        }

        /** @throws ProblemException EXPORT_TOO_LARGE for one that alone is larger than all may be, SERVICE_BUSY where it is so beside the others */
        void write(Writing writing) throws IOException {
            try (OutputStream target = new BufferedOutputStream(new Counted(Files.newOutputStream(path)))) {
                writing.to(target);
            } catch (IOException | RuntimeException failure) {
                // The workbook wraps what its target throws.
                if (refused > 0) {
                    throw refusal();
                }
                throw failure;
            }
        }

        private ProblemException refusal() {
            return refused > mostBytes ? new ProblemException(CommonProblem.EXPORT_TOO_LARGE) : busy();
        }

        void sendTo(OutputStream receiver) throws IOException {
            Files.copy(path, receiver);
        }

        @Override
        public void close() throws IOException {
            try {
                Files.delete(path);
            } finally {
                ended(this);
            }
        }

        private final class Counted extends FilterOutputStream {

            Counted(OutputStream file) {
                super(file);
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                if (!taken(length)) {
                    refused = size + length;
                    throw new IOException("No room for more files on their way out");
                }
                size += length;
                out.write(some, from, length);
            }
        }
    }
}
