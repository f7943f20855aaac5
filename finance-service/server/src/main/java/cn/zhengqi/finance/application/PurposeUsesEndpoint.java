package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.InternalPurposeUses;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("user-service")
class PurposeUsesEndpoint implements InternalPurposeUses {

    private final PurposeFigures figures;

    PurposeUsesEndpoint(PurposeFigures figures) {
        this.figures = figures;
    }

    @Override
    public Uses uses(Names asked) {
        return figures.uses(asked.names());
    }
}
