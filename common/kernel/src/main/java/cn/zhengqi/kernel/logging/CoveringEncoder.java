package cn.zhengqi.kernel.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import cn.zhengqi.kernel.PersonalNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * The border of a log: covers {@link PersonalNumbers} in what another encoder made of an event, plain or JSON, wherever they were in it: message, arguments, MDC,
 * what an exception says.
 */
public final class CoveringEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> written;

    private CoveringEncoder(Encoder<ILoggingEvent> written) {
        this.written = written;
    }

    /** Stands before all that is written from now on, of appenders that are there; a second time it changes nothing. */
    public static void standBefore(LoggerContext context) {
        context.getLoggerList().forEach(CoveringEncoder::standBefore);
    }

    private static void standBefore(AppenderAttachable<ILoggingEvent> attached) {
        for (Iterator<Appender<ILoggingEvent>> all = attached.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> appender = all.next();
            if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
                    && !(stream.getEncoder() instanceof CoveringEncoder)) {
                CoveringEncoder covering = new CoveringEncoder(stream.getEncoder());
                covering.setContext(stream.getContext());
                covering.start();
                stream.setEncoder(covering);
            } else if (appender instanceof AppenderAttachable<?>) {
                @SuppressWarnings("unchecked") // of Logback's own, which log nothing else
                AppenderAttachable<ILoggingEvent> further = (AppenderAttachable<ILoggingEvent>) appender;
                standBefore(further);
            }
        }
    }

    @Override
    public byte[] headerBytes() {
        return written.headerBytes();
    }

    /** Read byte by byte, as digits are the same in every charset that logs are written in. */
    @Override
    public byte[] encode(ILoggingEvent event) {
        byte[] plain = written.encode(event);
        String text = new String(plain, StandardCharsets.ISO_8859_1);
        String covered = PersonalNumbers.cover(text);
        return covered.equals(text) ? plain : covered.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] footerBytes() {
        return written.footerBytes();
    }

    @Override
    public void stop() {
        written.stop();
        super.stop();
    }
}
