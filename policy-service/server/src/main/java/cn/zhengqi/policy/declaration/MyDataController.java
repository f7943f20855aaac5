package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 导出我的数据: this service's part. That it was taken out auth-service records, whose part the page asks for first. */
@RestController
class MyDataController {

    private final DeclarationMapper declarations;
    private final PersonsRedemptions redemptions;

    MyDataController(DeclarationMapper declarations, PersonsRedemptions redemptions) {
        this.redemptions = redemptions;
        this.declarations = declarations;
    }

    @GetMapping("/api/policy/my/data")
    @Permission(Permission.SIGNED_IN)
    @Transactional(readOnly = true)
    public MyData data(CurrentUser user) {
        return new MyData(
                declarations.of(user.accountId()).stream()
                        .map(MyDataController::declared)
                        .toList(),
                redemptions.of(user.accountId()));
    }

    private static MyData.Declared declared(Declaration declaration) {
        Instant submittedAt = declaration.submittedAt();
        return new MyData.Declared(
                declaration.number(),
                declaration.enterpriseName(),
                declaration.projectTitle(),
                declaration.status().label(),
                declaration.contact().name(),
                declaration.contact().number(),
                declaration.answers().values(),
                submittedAt == null ? null : BusinessTime.at(submittedAt));
    }
}
