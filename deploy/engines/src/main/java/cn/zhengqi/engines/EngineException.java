package cn.zhengqi.engines;

import org.jspecify.annotations.Nullable;

/** A server could not be started or asked; the message is meant for the person at the terminal. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
