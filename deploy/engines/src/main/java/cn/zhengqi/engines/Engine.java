package cn.zhengqi.engines;

import java.nio.file.Path;

/** A real server that runs as a child process. Whoever holds one may rely on it being the process it claims to be. */
public interface Engine extends AutoCloseable {

    String name();

    int port();

    long pid();

    Path log();

    /** Whether the process lives and answers its own protocol now. */
    boolean isHealthy();

    /** Ends the process as a crash would; its data stays. Returns when it is gone. */
    void kill();

    /** Stops the process in order; a temporary home is deleted. Returns when it is gone. */
    @Override
    void close();
}
