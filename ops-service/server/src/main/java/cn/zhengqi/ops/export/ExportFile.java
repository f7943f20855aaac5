package cn.zhengqi.ops.export;

import cn.zhengqi.data.Sealer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a job wrote, read part by part as its receiver takes it: between two of them it holds no connection. */
final class ExportFile {

    private final JdbcClient jdbc;
    private final UUID job;
    private final String name;
    private final long bytes;
    private final Sealer sealer;

    ExportFile(JdbcClient jdbc, UUID job, String name, long bytes, Sealer sealer) {
        this.jdbc = jdbc;
        this.job = job;
        this.name = name;
        this.bytes = bytes;
        this.sealer = sealer;
    }

    String name() {
        return name;
    }

    long bytes() {
        return bytes;
    }

    void writeTo(OutputStream target) throws IOException {
        long written = 0;
        for (int number = 1; written < bytes; number++) {
            Optional<byte[]> sealed = jdbc.sql("select sealed from export_part where job_id = ? and number = ?")
                    .params(job, number)
                    .query((row, n) -> row.getBytes("sealed"))
                    .optional();
            if (sealed.isEmpty()) {
                throw new IOException("Part " + number + " of export " + job + " has gone");
            }
            byte[] part = sealer.open(sealed.get(), PartStream.place(job, number));
            target.write(part);
            written += part.length;
        }
    }
}
