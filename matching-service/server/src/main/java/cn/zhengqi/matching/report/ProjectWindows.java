package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.api.InternalWindows;
import cn.zhengqi.policy.api.InternalWindows.Window;
import cn.zhengqi.web.client.RefusedQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Windows of declaration and redemption, as policy-service has them. Where it does not answer the report is made without, and says so. */
@Component
class ProjectWindows {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectWindows.class);

    /** Alone: beside it lie interfaces that this service does not ask. */
    @Configuration(proxyBeanMethods = false)
    @EnableFeignClients(clients = InternalWindows.class)
    static class Asked {}

    private final InternalWindows policies;

    ProjectWindows(InternalWindows policies) {
        this.policies = policies;
    }

    /** @param note why there are none; absent where they were told */
    record Told(List<Window> windows, @Nullable String note) {}

    /** Asked before a connection is held. */
    Told ask() {
        try {
            return new Told(policies.windows(), null);
        } catch (RefusedQuestion fault) {
            throw fault;
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            LOG.warn("Windows of declaration were not told: {}", unanswered.getMessage());
            return new Told(List.of(), "出具时未能取得申报和兑付项目的起止日期，请在申报项目页面查看");
        }
    }
}
