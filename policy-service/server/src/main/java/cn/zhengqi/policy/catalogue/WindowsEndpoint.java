package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.InternalWindows;
import cn.zhengqi.web.Callers;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("matching-service")
class WindowsEndpoint implements InternalWindows {

    private final PolicyFigures figures;

    WindowsEndpoint(PolicyFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<Window> windows() {
        return figures.windows();
    }
}
