package cn.zhengqi.testing;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Takes what a list hands over row by row, and looks at the first of them, in the transaction of the list, whether the database still has the rest: of a list that
 * is longer than a fetch, a cursor is open then, unless the driver has read all of it into memory.
 */
public final class Streamed<R> implements Consumer<R> {

    /** How many there are in this transaction; the question itself has none of its own. */
    public static final String OPEN_CURSORS = "select count(*) from pg_cursors where name <> ''";

    private final ToLongFunction<String> asked;
    private long rows;
    private boolean cursorOpen;

    /** @param asked answers a question that is SQL, in the transaction of the list */
    public Streamed(ToLongFunction<String> asked) {
        this.asked = asked;
    }

    @Override
    public void accept(R row) {
        if (rows == 0) {
            cursorOpen = asked.applyAsLong(OPEN_CURSORS) > 0;
        }
        rows++;
    }

    public long rows() {
        return rows;
    }

    public boolean hadCursor() {
        return cursorOpen;
    }
}
