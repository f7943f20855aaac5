package cn.zhengqi.gateway.logging;

import ch.qos.logback.classic.LoggerContext;
import cn.zhengqi.kernel.logging.CoveringEncoder;
import cn.zhengqi.kernel.logging.LastWords;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * No line of a log shows a phone, an identity number or a bank account. Services have the same of zhengqi-web, which the gateway, being reactive, does without.
 */
public final class CoveredLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            CoveringEncoder.standBefore(logback);
            LastWords.goToTheLog();
        }
    }
}
