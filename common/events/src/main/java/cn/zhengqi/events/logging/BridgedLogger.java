package cn.zhengqi.events.logging;

import org.apache.rocketmq.logging.org.slf4j.Marker;
import org.apache.rocketmq.logging.org.slf4j.event.Level;
import org.apache.rocketmq.logging.org.slf4j.helpers.LegacyAbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.MessageFormatter;

/**
 * The client's errors as warnings in one line, its warnings on the debug level: while a broker is away it repeats them every few seconds, and the outbox
 * has already said so.
 */
final class BridgedLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final transient Logger target;

    BridgedLogger(String name) {
        this.name = name;
        this.target = LoggerFactory.getLogger("rocketmq." + name);
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return target.isDebugEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return target.isWarnEnabled();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        if (level == Level.ERROR) {
            target.warn("{}{}", message, cause == null ? "" : ": " + cause);
        } else {
            target.debug(message, cause);
        }
    }
}
