package cn.zhengqi.ops.export;

import cn.zhengqi.web.CurrentUser;
import java.io.OutputStream;
import java.time.Instant;

/** A list as its jobs read it: by the same query, and covered by the same rules, as its page. */
public interface ExportSource {

    ExportKind kind();

    /**
     * Writes the file, row by row.
     *
     * @param filter JSON, as it was asked
     * @param reader for whose eyes it is, with the rights that they have now
     * @param written called after each row; what it throws ends the writing
     */
    void write(String filter, CurrentUser reader, Instant at, OutputStream target, Runnable written);
}
