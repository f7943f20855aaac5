package cn.zhengqi.ops.evaluation;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 导出我的数据: this service's part. That it was taken out auth-service records, whose part the page asks for first. */
@RestController
class MyDataController {

    private final Evaluations evaluations;

    MyDataController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @GetMapping("/api/ops/my/data")
    @Permission(Permission.SIGNED_IN)
    MyData data(CurrentUser user) {
        return evaluations.said(user.accountId());
    }
}
