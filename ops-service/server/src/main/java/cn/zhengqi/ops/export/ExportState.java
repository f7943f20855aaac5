package cn.zhengqi.ops.export;

/** How a job stands. Only what is open can be cancelled, and only what is done has a file. */
public enum ExportState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** It was done, and its file has been kept for its term. */
    EXPIRED;

    boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
