package cn.zhengqi.data.files;

import java.util.UUID;

/** Rows of files that were handed in and are named by nothing yet, of one owner: a mapper has them. */
public interface UnusedFiles {

    /** Until the end of the transaction nobody else hands in a file of the same owner. What it answers means nothing. */
    int lock(UUID owner);

    int unused(UUID owner);
}
