package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("enterprise-code-service")
class RunningApplicationsEndpoint implements InternalRunningApplications {

    private final ApplicationFigures figures;

    RunningApplicationsEndpoint(ApplicationFigures figures) {
        this.figures = figures;
    }

    @Override
    public Running running(UUID enterpriseId) {
        return figures.running(enterpriseId);
    }
}
