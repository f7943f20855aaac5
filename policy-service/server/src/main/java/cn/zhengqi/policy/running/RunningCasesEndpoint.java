package cn.zhengqi.policy.running;

import cn.zhengqi.policy.api.InternalRunningCases;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("enterprise-code-service")
class RunningCasesEndpoint implements InternalRunningCases {

    private final RunningCases cases;

    RunningCasesEndpoint(RunningCases cases) {
        this.cases = cases;
    }

    @Override
    public Running running(UUID enterpriseId) {
        return cases.of(enterpriseId);
    }
}
